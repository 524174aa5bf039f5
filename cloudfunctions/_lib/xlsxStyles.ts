/** What a figure in a cell means by its format: a day, a number filled up with zeros, or itself. */
import { hasLostDigits } from './cellText'
import { walkXml } from './xml'

export type Format = { readonly isDay: boolean; readonly digits: number }

const plainFormat: Format = { isDay: false, digits: 0 }
/** Formats Excel knows by number alone (ECMA-376 18.8.30, with the East Asian ones): those that show a day. */
const dayIds = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58])
const LONGEST_CODE = 255

const formatOf = (id: number, code: string): Format => {
  const bare = code
    .slice(0, LONGEST_CODE)
    .replace(/"[^"]*"|\[[^\]]*\]|\\./g, '')
    .toLowerCase()
  return {
    isDay: dayIds.has(id) || /[yde]/.test(bare.replace(/general|e\+/g, '')),
    digits: /^0{2,}$/.test(bare) ? bare.length : 0,
  }
}

/** By the style number a cell carries. */
export const formatsIn = (xml: Buffer): Format[] => {
  const codes = new Map<string, string>()
  const formats: Format[] = []
  let isCells = false
  walkXml(xml, {
    open: (name, { numFmtId = '0', formatCode = '' }) => {
      if (name === 'numFmt') codes.set(numFmtId, formatCode)
      if (name === 'cellXfs') isCells = true
      if (name === 'xf' && isCells) formats.push(formatOf(Number(numFmtId), codes.get(numFmtId) ?? ''))
    },
    close: (name) => {
      if (name === 'cellXfs') isCells = false
    },
  })
  return formats
}

const DAY = 86_400_000
/** Excel keeps fifteen digits of a number; what it showed of the rest was lost when it was typed. */
const FIRST_LOST = 1e15
const LAST_DAY = 2_958_466

/** Excel counts a 29 February 1900 that never was. */
const dayOf = (serial: number, is1904: boolean): string => {
  const days = Math.floor(serial) + (is1904 ? 1462 : 0)
  return new Date(Date.UTC(1899, 11, days < 60 ? 31 : 30) + days * DAY).toISOString().slice(0, 10)
}

/** The figure as people read it in the sheet; undefined where digits are lost. */
export const figureOf = (raw: string, { isDay, digits }: Format = plainFormat, is1904: boolean): string | undefined => {
  const value = Number(raw)
  if (!Number.isFinite(value) || Math.abs(value) >= FIRST_LOST) return undefined
  if (isDay && value >= 1 && value < LAST_DAY) return dayOf(value, is1904)
  const text = String(Number(value.toPrecision(15)))
  return hasLostDigits(text) || /e-/.test(text) ? undefined : text.padStart(digits, '0')
}
