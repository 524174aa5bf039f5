/** What was done last to a claim at this desk: the next one opens at once, and a slip can still be looked at. */

export type Done = { readonly id: string; readonly name: string; readonly says: string }

let last: Done | undefined

export const rememberDone = (done: Done): void => {
  last = done
}

/** Told once. */
export const lastDone = (): Done | undefined => {
  const told = last
  last = undefined
  return told
}
