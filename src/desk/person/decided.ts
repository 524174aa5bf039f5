/** What was decided last at this desk: the next one opens at once, and a slip can still be looked at. */

export type Decided = { readonly id: string; readonly name: string; readonly says: string }

let last: Decided | undefined

export const rememberDecided = (decided: Decided): void => {
  last = decided
}

/** Told once. */
export const lastDecided = (): Decided | undefined => {
  const told = last
  last = undefined
  return told
}
