/** Bytes to text and back: UTF-8, and GB18030 (all of GBK and more), which Chinese banks and Excel write. */
import { wrongFile } from '../../domain/kernel/sheet'

export type Encoding = 'utf-8' | 'gb18030'

/** The four-byte forms count straight on, 10 × 126 × 10 to each first byte. */
const fourBytes = (at: number): Buffer =>
  Buffer.from([
    0x81 + Math.floor(at / 12_600),
    0x30 + (Math.floor(at / 1_260) % 10),
    0x81 + (Math.floor(at / 10) % 126),
    0x30 + (at % 10),
  ])

/** Of the characters below 65,536. */
const FOUR_BYTES_FORMS = 39_420
/** 0x90308130, where the characters above begin. */
const ABOVE = 189_000

const allForms = (): Buffer[] => {
  const forms: Buffer[] = []
  for (let high = 0x81; high <= 0xfe; high += 1)
    for (let low = 0x40; low <= 0xfe; low += 1) if (low !== 0x7f) forms.push(Buffer.from([high, low]))
  for (let at = 0; at < FOUR_BYTES_FORMS; at += 1) forms.push(fourBytes(at))
  return forms
}

/** Node brings the decoder only: turned round it is an encoder, and agrees with it on every character. */
const newCodes = (): ReadonlyMap<string, Buffer> => {
  const forms = allForms()
  const end = Buffer.from('\n')
  const texts = new TextDecoder('gb18030').decode(Buffer.concat(forms.flatMap((form) => [form, end]))).split('\n')
  const codes = new Map<string, Buffer>()
  for (const [at, form] of forms.entries()) {
    const letter = texts[at] ?? ''
    if (letter.length === 1 && letter !== '\ufffd' && !codes.has(letter)) codes.set(letter, form)
  }
  return codes
}

let known: ReadonlyMap<string, Buffer> | undefined
const UNKNOWN = Buffer.from('?')

const letterIn = (codes: ReadonlyMap<string, Buffer>, letter: string): Buffer => {
  const code = letter.codePointAt(0) ?? 0
  if (code < 0x80) return Buffer.from([code])
  return code > 0xffff ? fourBytes(ABOVE + code - 0x10000) : (codes.get(letter) ?? UNKNOWN)
}

const marks: readonly (readonly [encoding: string, mark: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
]

const BOM = Buffer.from([0xef, 0xbb, 0xbf])

/** UTF-8 begins with its mark, by which Excel knows it. */
export const encode = (text: string, encoding: Encoding): Buffer => {
  if (encoding === 'utf-8') return Buffer.concat([BOM, Buffer.from(text)])
  known ??= newCodes()
  const codes = known
  return Buffer.concat(Array.from(text, (letter) => letterIn(codes, letter)))
}

const decodeAs = (encoding: string, file: Buffer): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(file)
  } catch (error) {
    /** A Node with few languages knows no such decoder, which is another thing than bytes that do not fit. */
    if (error instanceof RangeError) throw wrongFile.encoding()
    return undefined
  }
}

/** By its mark, else by what fits: bytes of GBK are hardly ever UTF-8. Undefined where nothing fits. */
export const decode = (file: Buffer): string | undefined => {
  const marked = marks.find(([, mark]) => mark.every((byte, at) => file[at] === byte))
  if (marked) return decodeAs(marked[0], file)
  return decodeAs('utf-8', file) ?? decodeAs('gb18030', file)
}
