/** What may stand in a field of a subscription message, by the kind its name begins with, as WeChat's table of limits says. */
import { isJson } from '../json'
import { WxFailure } from './failure'

const CLOCK = String.raw`(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?`
const DAY = [
  String.raw`\d{4}年\d{1,2}月\d{1,2}日`,
  String.raw`\d{4}年\d{1,2}月`,
  String.raw`\d{1,2}月\d{1,2}日`,
  String.raw`\d{4}[-/.]\d{1,2}[-/.]\d{1,2}`,
  String.raw`\d{4}[-/.]\d{1,2}`,
  String.raw`\d{1,2}[-/.]\d{1,2}`,
].join('|')
const TIME = `(?:(?:${DAY})\\s*)?${CLOCK}`
const DATE = `(?:${DAY})(?:\\s*${CLOCK})?`

/** One moment, or two with a tilde between. */
const span = (moment: string): RegExp => new RegExp(`^${moment}(?:\\s*~\\s*${moment})?$`, 'u')

const LIMITS = new Map<string, RegExp>(
  Object.entries({
    thing: /^\P{Cc}{1,20}$/u,
    short_thing: /^\P{Cc}{1,5}$/u,
    const: /^\P{Cc}{1,20}$/u,
    phrase: /^\p{Script=Han}{1,5}$/u,
    /** Chinese and mixed names count as Chinese: ten. */
    name: /^(?:[\p{Script=Han}A-Za-z·.' -]{1,10}|[A-Za-z·.' -]{1,20})$/u,
    character_string: /^[\x20-\x7e]{1,32}$/,
    number: /^(?=.{1,32}$)-?\d+(?:\.\d+)?$/,
    letter: /^[A-Za-z]{1,32}$/,
    symbol: /^[\p{P}\p{S}]{1,5}$/u,
    amount: /^\p{Sc}?\d{1,10}(?:\.\d+)?元?$/u,
    phone_number: /^[\d+*()# -]{1,17}$/,
    car_number: /^(?=.{1,8}$)[\p{Script=Han}A-Za-z0-9][A-Za-z0-9]*[\p{Script=Han}A-Za-z0-9]?$/u,
    time: span(TIME),
    date: span(DATE),
  }),
)

const invalid = (what: string): WxFailure => new WxFailure(47003, `argument invalid! ${what}`)

/** The fields as text; `wanted` are those of the template, when it is known. */
export function readFields(fields: unknown, wanted: readonly string[]): Record<string, string> {
  if (!isJson(fields) || Object.keys(fields).length === 0) throw invalid('data is empty')
  const missing = wanted.find((key) => !isJson(fields[key]))
  if (missing !== undefined) throw invalid(`data.${missing}.value is empty`)
  return Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, textOfField(key, field)]))
}

function textOfField(key: string, field: unknown): string {
  const value = isJson(field) ? field.value : undefined
  if (value === undefined || value === null || value === '') throw invalid(`data.${key}.value is empty`)
  const limit = LIMITS.get(key.replace(/\d+$/, ''))
  if ((typeof value === 'string' || typeof value === 'number') && limit?.test(String(value))) return String(value)
  throw invalid(`data.${key}.value invalid`)
}
