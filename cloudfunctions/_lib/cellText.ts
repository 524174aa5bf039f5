/** What may stand in a cell of any file, going out and coming in. */

/** More columns than any of our sheets has, fewer than would fill the memory. */
export const MAX_COLUMNS = 100

/** Titles and notes may stand above the head. */
export const HEAD_WITHIN = 20

/** Excel calls a file broken whose cell holds more. */
const MAX_LENGTH = 32_767

/** XML and Excel break on control characters and halves of a character; line ends become one kind. */
export const plain = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\t\n])[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '')
    .slice(0, MAX_LENGTH)
    .replace(/\p{Cs}$/u, '')

/** One row as it stands in the file, by its own number; a cell with a flaw may be empty. */
export type SheetRow = {
  readonly row: number
  readonly cells: readonly string[]
  readonly flaws: ReadonlyMap<number, 'formula' | 'lostDigits' | 'mistake'>
}

/** 3.4E+17: what is left of a long number that went through Excel as a figure. */
export const hasLostDigits = (text: string): boolean => /^\d(\.\d+)?E\+?\d+$/i.test(text)
