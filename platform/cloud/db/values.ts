/** Values as documents hold them: read from canonical EJSON and written back to it. */
import { ObjectId } from 'bson'
import { CloudError, messageOf, refuse } from '../errors'
import { isJson, type Json } from '../json'

export type Value = null | boolean | number | bigint | string | Date | RegExp | ObjectId | Value[] | Document
export interface Document {
  [key: string]: Value
}

export const isDocument = (value: unknown): value is Document =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !(value instanceof Date) &&
  !(value instanceof RegExp) &&
  !(value instanceof ObjectId)

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

const unsupportedTypes = new Set([
  '$numberDecimal',
  '$binary',
  '$timestamp',
  '$minKey',
  '$maxKey',
  '$code',
  '$undefined',
  '$symbol',
  '$dbPointer',
])

function decodeTyped(json: Json, now: Date): Value | undefined {
  for (const key in json) {
    if (key.charCodeAt(0) !== 36) return undefined
    const raw = json[key]
    switch (key) {
      case '$numberInt':
        return Number(raw)
      case '$numberDouble':
        return Number(raw)
      case '$numberLong':
        return decodeLong(String(raw))
      case '$date':
        return new Date(isJson(raw) ? Number(raw.$numberLong) : typeof raw === 'number' ? raw : String(raw))
      case '$oid':
        return new ObjectId(String(raw))
      case '$regularExpression':
        return isJson(raw) ? decodeRegExp(raw) : undefined
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
  const number = Number(text)
  return Number.isSafeInteger(number) ? number : BigInt(text)
}

function decodeRegExp(raw: Json): RegExp {
  const options = String(raw.options ?? '')
  const unknown = [...options].find((option) => !'imsgu'.includes(option))
  if (unknown) throw refuse(`The regular expression option "${unknown}"`)
  try {
    return new RegExp(String(raw.pattern), options.replaceAll('g', ''))
  } catch (failure) {
    throw new CloudError('DATABASE_REQUEST_FAILED', messageOf(failure))
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
  if (value instanceof RegExp) return { $regularExpression: { pattern: value.source, options: value.flags } }
  const tree: Json = {}
  for (const key of Object.keys(value)) tree[key] = toTree(value[key] ?? null)
  return tree
}

export const encode = (value: Value): string => JSON.stringify(toTree(value))

export function decodeText(text: string, now: Date): Document {
  const value = decode(JSON.parse(text), now)
  if (!isDocument(value)) throw refuse('A document that is not an object')
  return value
}

const STORED = new Date(0)
/** A stored document holds no server date any more, so no clock is needed. */
export const decodeStored = (text: string): Document => decodeText(text, STORED)
