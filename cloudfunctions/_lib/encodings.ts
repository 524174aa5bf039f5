/** Bytes to text and back: UTF-8, and GB18030 (all of GBK and more), which Chinese banks and Excel write. */
import { wrongFile } from '../../domain/kernel/sheet'

export type Encoding = 'utf-8' | 'gb18030'

/** The four-byte forms count straight on, 10 × 126 × 10 to each first byte. */
const fourBytes = (at: number): number =>
  (0x81 + Math.floor(at / 12_600)) * 2 ** 24 +
  (0x30 + (Math.floor(at / 1_260) % 10)) * 2 ** 16 +
  (0x81 + (Math.floor(at / 10) % 126)) * 2 ** 8 +
  (0x30 + (at % 10))

/** Of the characters below 65,536. */
const FOUR_BYTES_FORMS = 39_420
/** 0x90308130, where the characters above begin. */
const ABOVE = 189_000

const put = (into: Buffer, at: number, form: number): number => {
  if (form < 0x80) return into.writeUInt8(form, at)
  return form < 0x10000 ? into.writeUInt16BE(form, at) : into.writeUInt32BE(form, at)
}

const allForms = (): number[] => {
  const forms: number[] = []
  for (let high = 0x81; high <= 0xfe; high += 1)
    for (let low = 0x40; low <= 0xfe; low += 1) if (low !== 0x7f) forms.push(high * 256 + low)
  for (let at = 0; at < FOUR_BYTES_FORMS; at += 1) forms.push(fourBytes(at))
  return forms
}

const LINE_END = 0x0a

/** What a decoder says of bytes it does not know; a character of its own all the same. */
const REPLACEMENT = '\ufffd'

/** Node brings the decoder only: turned round it is an encoder, and agrees with it on every character. */
const newForms = (): ReadonlyMap<string, number> => {
  const forms = allForms()
  const bytes = Buffer.alloc(forms.length * 5)
  let end = 0
  for (const form of forms) end = put(bytes, put(bytes, end, form), LINE_END)
  const texts = new TextDecoder('gb18030').decode(bytes.subarray(0, end)).split('\n')
  const known = new Map<string, number>([[REPLACEMENT, 0x8431a437]])
  for (const [at, form] of forms.entries()) {
    const letter = texts[at] ?? ''
    if (letter.length === 1 && letter !== REPLACEMENT && !known.has(letter)) known.set(letter, form)
  }
  return known
}

let known: ReadonlyMap<string, number> | undefined
/** Some private characters have no form at all. */
const UNKNOWN = 0x3f

const formOf = (forms: ReadonlyMap<string, number>, letter: string): number => {
  const code = letter.codePointAt(0) ?? 0
  if (code < 0x80) return code
  return code > 0xffff ? fourBytes(ABOVE + code - 0x10000) : (forms.get(letter) ?? UNKNOWN)
}

const encodeGb = (text: string): Buffer => {
  known ??= newForms()
  const bytes = Buffer.alloc(text.length * 4)
  let end = 0
  for (const letter of text) end = put(bytes, end, formOf(known, letter))
  return bytes.subarray(0, end)
}

const marks: readonly (readonly [encoding: string, mark: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
]

const BOM = Buffer.from([0xef, 0xbb, 0xbf])

/** UTF-8 begins with its mark, by which Excel knows it. */
export const encode = (text: string, encoding: Encoding): Buffer => {
  if (encoding === 'gb18030') return encodeGb(text)
  return Buffer.concat([BOM, Buffer.from(text)])
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
