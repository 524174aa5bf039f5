/** Where a drive stands in time, for its place in a list and its line on a screen: on now, still to come, or past. */

export const turns = ['now', 'toCome', 'past'] as const
export type Turn = (typeof turns)[number]

/** `today` is a day in Shanghai, as `opensOn` is. One that was closed before its end is past. */
export const turnOf = (drive: { readonly isOpen: boolean; readonly opensOn: string }, today: string): Turn => {
  if (drive.isOpen) return 'now'
  return drive.opensOn > today ? 'toCome' : 'past'
}
