/** Looks for a person's values wherever bytes are kept, in every form they could hide in. */
import { readFileSync } from 'node:fs'
import { readSheet } from 'read-excel-file/node'

const lastSix = (value: string): string | undefined => (/\d{6}[\dX]?$/.test(value) ? value.slice(-6) : undefined)

/** A value stands inside base64 in one of three shapes, by where its first byte falls. */
const base64Forms = (value: string): string[] =>
  [0, 1, 2].map((shift) => {
    const text = Buffer.from(`${'\0'.repeat(shift)}${value}`)
      .toString('base64')
      .replace(/=+$/, '')
    return text.slice(shift === 0 ? 0 : shift + 1, -1)
  })

const utf16 = (value: string): string => Buffer.from(value, 'utf16le').toString('latin1')
const latin1 = (value: string): string => Buffer.from(value, 'utf8').toString('latin1')

/** In bytes read as latin1. Six figures count only where they end a figure of their own, not inside a hash. */
const isIn = (bytes: string, value: string): string | undefined => {
  const forms: readonly (readonly [string, string])[] = [
    ['plain', latin1(value)],
    ['UTF-16', utf16(value)],
    ...base64Forms(value).flatMap((form) => [
      ['base64', form] as const,
      ['base64url', form.replaceAll('+', '-').replaceAll('/', '_')] as const,
    ]),
  ]
  const found = forms.find(([, form]) => bytes.includes(form))
  if (found) return found[0]
  const six = lastSix(value)
  if (!six) return undefined
  const ends = [
    new RegExp(`(?<![0-9A-Za-z_-])\\d*${six}(?![0-9A-Za-z_-])`),
    new RegExp(`(?:${six.replace(/./g, '$&\\u0000')})`),
  ]
  return ends.some((end) => end.test(bytes)) ? 'last six' : undefined
}

export const findIn = (where: string, bytes: string, values: readonly string[]): string[] =>
  values.flatMap((value) => {
    const form = isIn(bytes, value)
    return form ? [`${value} as ${form} in ${where}`] : []
  })

/** The words of a workbook, which keeps them packed. */
const sheetWords = async (content: Buffer): Promise<string> => {
  try {
    return content.subarray(0, 2).toString('latin1') === 'PK' ? JSON.stringify(await readSheet(content)) : ''
  } catch {
    return ''
  }
}

export const findInFiles = async (paths: readonly string[], values: readonly string[]): Promise<string[]> => {
  const found = await Promise.all(
    paths.map(async (path) => {
      const content = readFileSync(path)
      const words = latin1(await sheetWords(content))
      return findIn(path.split('/').at(-1) ?? path, content.toString('latin1') + words, values)
    }),
  )
  return found.flat()
}

export const findInText = (where: string, said: unknown, values: readonly string[]): string[] =>
  findIn(where, latin1(JSON.stringify(said) ?? ''), values)
