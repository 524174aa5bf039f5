/** What a released phone would trip over: an input no longer taken, an answer that lacks what its screens read. By name. */
import type { Contract, Field, Shape } from './shape'

type Bounded = Extract<Shape, { is: 'string' | 'number' | 'list' }>
type Compare = (old: Shape, now: Shape, at: string) => string[]

const under = (at: string, name: string): string => (at === '' ? name : `${at}.${name}`)
const kindOf = (shape: Shape): string => (shape.is === 'choice' ? typeof shape.of[0] : shape.is)
const kindsOf = (shapes: readonly Shape[]): string => shapes.map(kindOf).join(' or ')

/** Of several alternatives the nearest says what is wrong; none of the same kind, and nothing can be said. */
const nearest = (tries: readonly string[][]): string[] | undefined =>
  [...tries].sort((one, other) => one.length - other.length)[0]

const boundBreaks = (old: Bounded, now: Bounded, at: string): string[] => {
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY, like = [] } = old
  return [
    ...(now.max !== undefined && now.max < max ? [`${at}: takes at most ${now.max}, and took more`] : []),
    ...(now.min !== undefined && now.min > min ? [`${at}: takes at least ${now.min}, and took less`] : []),
    ...(now.like ?? [])
      .filter((rule) => !like.includes(rule))
      .map((rule) => `${at}: must be like ${rule}, and need not`),
  ]
}

const takes = (now: Shape, value: string | number | boolean): boolean => {
  if (now.is === 'either') return now.of.some((one) => takes(one, value))
  if (now.is === 'choice') return now.of.includes(value)
  return now.is === 'anything' || now.is === typeof value
}

const inputFieldBreaks = (old: Field | undefined, now: Field | undefined, path: string): string[] => {
  if (!now) return [`${path}: is no longer taken`]
  if (!old) return now.isOptional ? [] : [`${path}: is asked for, and a released phone does not send it`]
  const must = old.isOptional && !now.isOptional ? [`${path}: must be sent, and was optional`] : []
  return [...must, ...inputBreaks(old.shape, now.shape, path)]
}

const sameInput: Compare = (old, now, at) => {
  if (old.is === 'object' && now.is === 'object')
    return [...new Set([...Object.keys(old.fields), ...Object.keys(now.fields)])].flatMap((name) =>
      inputFieldBreaks(old.fields[name], now.fields[name], under(at, name)),
    )
  if (old.is === 'map' && now.is === 'map') return inputBreaks(old.value, now.value, `${at}{}`)
  if (old.is === 'list' && now.is === 'list')
    return [...boundBreaks(old, now, at), ...inputBreaks(old.item, now.item, `${at}[]`)]
  if (old.is === 'string' && now.is === 'string') return boundBreaks(old, now, at)
  return old.is === 'number' && now.is === 'number' ? boundBreaks(old, now, at) : []
}

/** Whatever a released phone may send, today must take: nothing may be asked that was not asked then. */
export const inputBreaks: Compare = (old, now, at) => {
  if (now.is === 'anything') return []
  if (old.is === 'either') return old.of.flatMap((one) => inputBreaks(one, now, at))
  if (old.is === 'choice')
    return old.of
      .filter((value) => !takes(now, value))
      .map((value) => `${at}: no longer takes ${JSON.stringify(value)}`)
  const nows = now.is === 'either' ? now.of : [now]
  const tries = nows.filter(({ is }) => is === old.is).map((one) => sameInput(old, one, at))
  return nearest(tries) ?? [`${at}: takes ${kindsOf(nows)}, and took any ${kindOf(old)}`]
}

const outputFieldBreaks = (old: Field, now: Field | undefined, path: string): string[] => {
  if (!now) return [`${path}: is gone`]
  const may = !old.isOptional && now.isOptional ? [`${path}: may be missing, and was always there`] : []
  return [...may, ...outputBreaks(old.shape, now.shape, path)]
}

const sameOutput: Compare = (old, now, at) => {
  if (old.is === 'object' && now.is === 'object')
    return Object.entries(old.fields).flatMap(([name, field]) =>
      outputFieldBreaks(field, now.fields[name], under(at, name)),
    )
  if (old.is === 'list' && now.is === 'list') return outputBreaks(old.item, now.item, `${at}[]`)
  return old.is === 'map' && now.is === 'map' ? outputBreaks(old.value, now.value, `${at}{}`) : []
}

/**
 * A screen reads every field it was promised, and looks at nothing that is new. A choice more is let through: what came
 * into the world later is shown to nobody who does not have it.
 */
export const outputBreaks: Compare = (old, now, at) => {
  if (old.is === 'anything') return []
  if (now.is === 'either') return now.of.flatMap((one) => outputBreaks(old, one, at))
  const olds = old.is === 'either' ? old.of : [old]
  const tries = olds.filter((one) => kindOf(one) === kindOf(now)).map((one) => sameOutput(one, now, at))
  return nearest(tries) ?? [`${at}: is ${kindOf(now)}, and was ${kindsOf(olds)}`]
}

export const contractBreaks = (released: Contract, today: Contract): string[] =>
  Object.entries(released).flatMap(([endpoint, old]) => {
    const now = today[endpoint]
    if (!now) return [`${endpoint} is gone`]
    return [
      ...inputBreaks(old.input, now.input, '').map((why) => `${endpoint} input ${why}`),
      ...outputBreaks(old.output, now.output, '').map((why) => `${endpoint} output ${why}`),
    ]
  })

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const fieldsBreak = (fields: Readonly<Record<string, Field>>, value: Record<string, unknown>, at: string): string[] =>
  Object.entries(fields).flatMap(([name, { shape, isOptional }]) => {
    if (value[name] !== undefined) return valueBreaks(shape, value[name], under(at, name))
    return isOptional ? [] : [`${under(at, name)}: is missing`]
  })

/** An answer that came, held against the released shape word for word; fields it has beyond that are nobody's trouble. */
export function valueBreaks(shape: Shape, value: unknown, at: string): string[] {
  const wrong = [`${at}: is ${JSON.stringify(value)?.slice(0, 60)}, and was ${kindOf(shape)}`]
  if (shape.is === 'anything') return []
  if (shape.is === 'either') return nearest(shape.of.map((one) => valueBreaks(one, value, at))) ?? wrong
  if (shape.is === 'choice') return shape.of.some((one) => one === value) ? [] : wrong
  if (shape.is === 'object') return isObject(value) ? fieldsBreak(shape.fields, value, at) : wrong
  if (shape.is === 'map')
    return isObject(value) ? Object.values(value).flatMap((one) => valueBreaks(shape.value, one, `${at}{}`)) : wrong
  if (shape.is === 'list')
    return Array.isArray(value) ? value.flatMap((one) => valueBreaks(shape.item, one, `${at}[]`)) : wrong
  if (shape.is === 'null') return value === null ? [] : wrong
  return typeof value === shape.is ? [] : wrong
}
