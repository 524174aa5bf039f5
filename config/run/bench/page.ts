/** A bench prints a Markdown page: its tables, row by row as they come. */

type Cell = string | number

export const row = (...cells: readonly Cell[]): void => console.log(`| ${cells.join(' | ')} |`)

export function table(...names: readonly string[]): void {
  console.log()
  row(...names)
  row(...names.map(() => '---'))
}
