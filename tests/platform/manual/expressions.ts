/** How a fixed case of the manual is written down: documents, one expression, and what it comes to for each document. */
export type ExpressionCase = [
  page: string,
  shows: string,
  documents: object[],
  expression: unknown,
  /** In the order of the documents; undefined where the expression comes to nothing. */
  answers: unknown[],
]

/** `{ if, then, else }` and `{ case, then }`: written so that nobody takes them for promises. */
export const choosing = (condition: unknown, yes: unknown, no: unknown): object =>
  Object.fromEntries([
    ['if', condition],
    ['then', yes],
    ['else', no],
  ])

export const branch = (condition: unknown, yes: unknown): object =>
  Object.fromEntries([
    ['case', condition],
    ['then', yes],
  ])
