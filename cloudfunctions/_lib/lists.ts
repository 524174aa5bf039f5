/** Lists page by one key that is unique and sorts as time does, so that a cursor is exact and stays on the index. */
import { command } from './cloud'

/** Newest first is this key, descending. */
export const listKeyOf = (at: string, id: string): string => `${at}~${id}`

/** The filter for what comes behind a cursor; the cursor is the last row's key. */
export const behind = (cursor: string | undefined): { listKey?: object } =>
  cursor === undefined ? {} : { listKey: command.lt(cursor) }

/** `next` stands only where more rows do. */
export const nextOf = ({ rows, more }: { rows: readonly { listKey: string }[]; more: boolean }): { next?: string } => {
  const last = rows.at(-1)
  return more && last ? { next: last.listKey } : {}
}
