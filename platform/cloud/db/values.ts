/** Values as documents hold them: read from canonical EJSON and written back to it. */
import { Binary, BSONValue, Decimal128, ObjectId } from 'bson'
import { fail, messageOf, refuse } from '../errors'
import { isJson, type Json } from '../json'
import { integerOf } from './numbers'
import { optionsOf, readPattern, sourceOf } from './patterns'

type Scalar = null | boolean | number | bigint | string | Date | RegExp | ObjectId | Decimal128 | Binary
export type Value = Scalar | Value[] | Document
export interface Document {
  [key: string]: Value
}

export const isDocument = (value: unknown): value is Document =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !(value instanceof Date) &&
  !(value instanceof RegExp) &&
  !(value instanceof BSONValue)

/** `{ $gt: 1 }` is a condition, `{ city: 'x' }` a value. */
export const isOperators = (value: Value | undefined): value is Document =>
  isDocument(value) && Object.keys(value).some((key) => key.startsWith('$'))

/** Reads parsed EJSON; server dates become the given instant. */
export function decode(json: unknown, now: Date): Value {
  if (json === null || typeof json === 'string' || typeof json === 'boolean' || typeof json === 'number') return json
  if (Array.isArray(json)) return json.map((item) => decode(item, now))
  if (!isJson(json)) throw refuse(`A value of type ${typeof json}`)
  return decodeTyped(json, now) ?? decodeFields(json, now)
}

function decodeFields(json: Json, now: Date): Document {
  const document: Document = {}
  for (const key of Object.keys(json)) {
    if (key === '__proto__') throw refuse('A field named __proto__')
    document[key] = decode(json[key], now)
  }
  return document
}

const unsupportedTypes = new Set(['$timestamp', '$minKey', '$maxKey', '$code', '$undefined', '$symbol', '$dbPointer'])

function decodeTyped(json: Json, now: Date): Value | undefined {
  for (const key in json) {
    if (key.charCodeAt(0) !== 36) return undefined
    const raw = json[key]
    switch (key) {
      case '$numberDouble':
        return Number(raw)
      case '$numberInt':
      case '$numberLong':
        return decodeLong(String(raw))
      case '$date':
        return decodeDate(isJson(raw) ? Number(raw.$numberLong) : typeof raw === 'number' ? raw : String(raw))
      case '$oid':
        return decodeBson(() => new ObjectId(String(raw)))
      case '$regularExpression':
        return isJson(raw) ? readPattern(String(raw.pattern), String(raw.options ?? '')) : undefined
      case '$numberDecimal':
        return decodeBson(() => Decimal128.fromString(String(raw)))
      case '$binary':
        return decodeBson(() => decodeBinary(raw))
      case '$tcb_server_date':
        return new Date(now.getTime() + (isJson(raw) ? Number(decode(raw.offset ?? 0, now)) : 0))
      default:
        if (unsupportedTypes.has(key)) throw refuse(`The type ${key}`)
        return undefined
    }
  }
  return undefined
}

function decodeLong(text: string): number | bigint {
  if (!/^-?\d+$/.test(text)) throw fail(`"${text}" is not a 64-bit integer`)
  const number = Number(text)
  return Number.isSafeInteger(number) ? number : integerOf(BigInt(text))
}

function decodeDate(raw: number | string): Date {
  const date = new Date(raw)
  if (Number.isNaN(date.getTime())) throw fail(`"${raw}" is not a date`)
  return date
}

function decodeBinary(raw: unknown): Binary {
  const { base64, subType } = isJson(raw) ? raw : {}
  return new Binary(Buffer.from(String(base64 ?? ''), 'base64'), Number.parseInt(String(subType ?? '0'), 16))
}

function decodeBson<T extends BSONValue>(read: () => T): T {
  try {
    return read()
  } catch (failure) {
    throw fail(messageOf(failure))
  }
}

const INT32 = 2 ** 31

/** Canonical EJSON as a plain tree, ready for JSON.stringify. */
function toTree(value: Value): unknown {
  if (typeof value === 'number') {
    if (Number.isInteger(value) && Math.abs(value) < 2 ** 63) {
      const inInt32 = value >= -INT32 && value < INT32
      return inInt32 ? { $numberInt: String(value) } : { $numberLong: String(BigInt(value)) }
    }
    return { $numberDouble: String(value) }
  }
  if (value === null || typeof value !== 'object') {
    return typeof value === 'bigint' ? { $numberLong: String(value) } : value
  }
  if (Array.isArray(value)) return value.map(toTree)
  if (value instanceof Date) return { $date: { $numberLong: String(value.getTime()) } }
  if (value instanceof ObjectId) return { $oid: value.toHexString() }
  if (value instanceof RegExp) return { $regularExpression: { pattern: sourceOf(value), options: optionsOf(value) } }
  if (value instanceof Decimal128) return { $numberDecimal: value.toString() }
  if (value instanceof Binary)
    return { $binary: { base64: value.toString('base64'), subType: value.sub_type.toString(16).padStart(2, '0') } }
  const tree: Json = {}
  for (const key of Object.keys(value)) tree[key] = toTree(value[key] ?? null)
  return tree
}

/** For words to people: as JSON has it. */
export const shown = (value: Value | undefined): string =>
  JSON.stringify(value ?? null, (_key, one: unknown) => (typeof one === 'bigint' ? String(one) : one))

export const encode = (value: Value): string => JSON.stringify(toTree(value))

export function decodeText(text: string, now: Date): Document {
  const value = decode(JSON.parse(text), now)
  if (!isDocument(value)) throw refuse('A document that is not an object')
  return value
}

const STORED = new Date(0)
/** A stored document holds no server date any more, so no clock is needed. */
export const decodeStored = (text: string): Document => decodeText(text, STORED)
/** One value out of a stored document's tree. */
export const decodeItem = (json: unknown): Value => decode(json, STORED)
