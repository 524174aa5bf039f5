/** Operators on text, by bytes of UTF-8 and by characters. */
import { fail } from '../../errors'
import { approximate, isNumeric } from '../numbers'
import { bounds, intOf } from './arrays'
import { named, type Operator, positional } from './operator'
import { ensureText, isNothing, type Result, typeName } from './result'

const MANY = Number.POSITIVE_INFINITY

function textOf(value: Result, name: string): string {
  if (typeof value === 'string') return value
  throw fail(`${name} requires a string argument, found: ${typeName(value)}`)
}

/** What the older string operators make of a value: nothing is empty, numbers and dates are written out. */
export function coerced(value: Result): string {
  if (isNothing(value)) return ''
  if (typeof value === 'string') return value
  if (value instanceof Date) return value.toISOString()
  if (isNumeric(value)) return String(value)
  throw fail(`can't convert from BSON type ${typeName(value)} to String`)
}

function concat(...values: Result[]): Result {
  if (values.some(isNothing)) return null
  return ensureText(
    values
      .map((value) => {
        if (typeof value === 'string') return value
        throw fail(`$concat only supports strings, not ${typeName(value)}`)
      })
      .join(''),
  )
}

function split(text: Result, separator: Result): Result {
  if (isNothing(text) || isNothing(separator)) return null
  const by = textOf(separator, '$split')
  if (by === '') throw fail('$split requires a non-empty separator')
  return textOf(text, '$split').split(by)
}

/** Continuation bytes of UTF-8 begin with the bits 10. */
const isContinuation = (byte: number | undefined): boolean => byte !== undefined && (byte & 0xc0) === 0x80

function substringOfBytes(value: Result, start: Result, length: Result): Result {
  const bytes = Buffer.from(coerced(value))
  const [from, count] = [wholeOf(start, '$substrBytes'), wholeOf(length, '$substrBytes')]
  if (from < 0) throw fail(`$substrBytes: starting index must be non-negative (got: ${from})`)
  const to = count < 0 ? bytes.length : Math.min(bytes.length, from + count)
  if (isContinuation(bytes[from]))
    throw fail('$substrBytes: Invalid range, starting index is a UTF-8 continuation byte.')
  if (isContinuation(bytes[to]))
    throw fail('$substrBytes: Invalid range, ending index is in the middle of a UTF-8 character.')
  return bytes.toString('utf8', from, to)
}

function wholeOf(value: Result, name: string): number {
  if (isNumeric(value)) return Math.trunc(approximate(value))
  throw fail(`${name}: the index must be a number, but is of type ${typeName(value)}`)
}

function substringOfCharacters(value: Result, start: Result, length: Result): Result {
  const [from, count] = [intOf(start, "$substrCP's starting index"), intOf(length, "$substrCP's length")]
  if (from < 0 || count < 0) throw fail('$substrCP: starting index and length must be non-negative integers')
  return [...coerced(value)].slice(from, from + count).join('')
}

function indexOfBytes(text: Result, part: Result, start: Result = 0, end?: Result): Result {
  if (isNothing(text)) return null
  const [bytes, wanted] = [Buffer.from(textOf(text, '$indexOfBytes')), Buffer.from(textOf(part, '$indexOfBytes'))]
  const [from, to] = bounds(start, end, bytes.length, '$indexOfBytes')
  return from > bytes.length || to < from ? -1 : bytes.subarray(0, to).indexOf(wanted, from)
}

function indexOfCharacters(text: Result, part: Result, start: Result = 0, end?: Result): Result {
  if (isNothing(text)) return null
  const [characters, wanted] = [[...textOf(text, '$indexOfCP')], [...textOf(part, '$indexOfCP')]]
  const [from, to] = bounds(start, end, characters.length, '$indexOfCP')
  for (let at = from; at + wanted.length <= to; at++)
    if (wanted.every((character, index) => characters[at + index] === character)) return at
  return -1
}

/** Only the letters of ASCII have another case, here as there. */
const lower = (value: Result): string => coerced(value).replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
const upper = (value: Result): string => coerced(value).replace(/[a-z]+/g, (letters) => letters.toUpperCase())

function compareCaseless(left: Result, right: Result): Result {
  return Math.sign(Buffer.compare(Buffer.from(upper(left)), Buffer.from(upper(right))))
}

/** What the manual lists as white space. */
const BLANKS = new Set('\0 \t\n\v\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a')

const trimming = (name: string, isLeft: boolean, isRight: boolean): Operator =>
  named(['input'], ['chars'], ({ input, chars }, has) => {
    if (isNothing(input) || (has('chars') && isNothing(chars))) return null
    const unwanted = has('chars') ? new Set(textOf(chars, name)) : BLANKS
    const characters = [...textOf(input, name)]
    let [from, to] = [0, characters.length]
    while (isLeft && from < to && unwanted.has(characters[from] ?? '')) from++
    while (isRight && to > from && unwanted.has(characters[to - 1] ?? '')) to--
    return characters.slice(from, to).join('')
  })

const substring = positional(3, 3, substringOfBytes)

export const STRINGS: Record<string, Operator> = {
  $concat: positional(0, MANY, concat),
  $indexOfBytes: positional(2, 4, indexOfBytes),
  $indexOfCP: positional(2, 4, indexOfCharacters),
  $ltrim: trimming('$ltrim', true, false),
  $rtrim: trimming('$rtrim', false, true),
  $trim: trimming('$trim', true, true),
  $split: positional(2, 2, split),
  $strLenBytes: positional(1, 1, (value) => Buffer.byteLength(textOf(value, '$strLenBytes'))),
  $strLenCP: positional(1, 1, (value) => [...textOf(value, '$strLenCP')].length),
  $strcasecmp: positional(2, 2, compareCaseless),
  $substr: substring,
  $substrBytes: substring,
  $substrCP: positional(3, 3, substringOfCharacters),
  $toLower: positional(1, 1, lower),
  $toUpper: positional(1, 1, upper),
}
