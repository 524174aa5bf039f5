/** A contract as plain data, to be kept after the code it came from has changed: what each field is, and how much of it is taken. */
import * as v from 'valibot'
import type { Api, Endpoint } from '../../../domain/kernel/api'

/** `max`, `min` and `like` are bounds of a text, a number or a list; a text without any is any text. */
type Bounds = {
  readonly min?: number | undefined
  readonly max?: number | undefined
  readonly like?: readonly string[] | undefined
}
export type Field = { readonly shape: Shape; readonly isOptional: boolean }
export type Shape =
  | ({ readonly is: 'string' | 'number' } & Bounds)
  | { readonly is: 'boolean' | 'null' | 'anything' }
  | { readonly is: 'choice'; readonly of: readonly (string | number | boolean)[] }
  | ({ readonly is: 'list'; readonly item: Shape } & Bounds)
  | { readonly is: 'object'; readonly fields: Readonly<Record<string, Field>> }
  | { readonly is: 'map'; readonly value: Shape }
  | { readonly is: 'either'; readonly of: readonly Shape[] }

const bounds = { min: v.optional(v.number()), max: v.optional(v.number()), like: v.optional(v.array(v.string())) }
const Literal = v.union([v.string(), v.number(), v.boolean()])
export const Shape: v.GenericSchema<unknown, Shape> = v.variant('is', [
  v.object({ is: v.picklist(['string', 'number']), ...bounds }),
  v.object({ is: v.picklist(['boolean', 'null', 'anything']) }),
  v.object({ is: v.literal('choice'), of: v.array(Literal) }),
  v.object({ is: v.literal('list'), item: v.lazy(() => Shape), ...bounds }),
  v.object({
    is: v.literal('object'),
    fields: v.record(v.string(), v.object({ shape: v.lazy(() => Shape), isOptional: v.boolean() })),
  }),
  v.object({ is: v.literal('map'), value: v.lazy(() => Shape) }),
  v.object({ is: v.literal('either'), of: v.array(v.lazy(() => Shape)) }),
])

export const Contract = v.record(v.string(), v.object({ input: Shape, output: Shape }))
/** By `function.endpoint`. */
export type Contract = v.InferOutput<typeof Contract>

type Schema = v.GenericSchema
type Step = { kind: string; type: string; requirement?: unknown }
type Part = {
  type: string
  entries?: Readonly<Record<string, Schema>>
  wrapped?: Schema
  item?: Schema
  value?: Schema
  options?: readonly unknown[]
  literal?: unknown
  pipe?: readonly Step[]
}

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'schema'

const isNumber = (value: unknown): value is number => typeof value === 'number'

/** Only what a schema says of itself: a check written by hand is tried by replaying real calls. */
function boundsOf({ pipe = [] }: Part): Bounds {
  const of = (...types: readonly string[]): number[] =>
    pipe
      .filter(({ type }) => types.includes(type))
      .flatMap(({ requirement }) => (isNumber(requirement) ? [requirement] : []))
  const min = of('min_length', 'min_value', 'length')
  const max = of('max_length', 'max_value', 'length')
  const like = pipe
    .filter(({ type }) => /^(regex|iso_date|iso_timestamp|integer)$/.test(type))
    .map(({ type, requirement }) => (type === 'regex' ? String(requirement) : type))
  return {
    ...(min.length > 0 && { min: Math.max(...min) }),
    ...(max.length > 0 && { max: Math.min(...max) }),
    ...(like.length > 0 && { like }),
  }
}

const optional = /^(optional|exact_optional|nullish)$/

const fieldOf = (schema: Schema): Field => ({ shape: shapeOf(schema), isOptional: optional.test(schema.type) })

const choiceOf = (options: readonly unknown[]): Shape =>
  options.every(isSchema)
    ? { is: 'either', of: options.map(shapeOf) }
    : { is: 'choice', of: options.filter((option) => v.is(Literal, option)) }

export function shapeOf(schema: Schema): Shape {
  const part: Part = schema
  if (part.entries)
    return {
      is: 'object',
      fields: Object.fromEntries(Object.entries(part.entries).map(([name, entry]) => [name, fieldOf(entry)])),
    }
  if (part.wrapped) {
    const inner = shapeOf(part.wrapped)
    return /null/.test(part.type) ? { is: 'either', of: [inner, { is: 'null' }] } : inner
  }
  if (part.item) return { is: 'list', item: shapeOf(part.item), ...boundsOf(part) }
  if (part.options) return choiceOf(part.options)
  if (part.value && part.type === 'record') return { is: 'map', value: shapeOf(part.value) }
  if (v.is(Literal, part.literal)) return { is: 'choice', of: [part.literal] }
  if (part.type === 'string' || part.type === 'number') return { is: part.type, ...boundsOf(part) }
  return part.type === 'boolean' || part.type === 'null' ? { is: part.type } : { is: 'anything' }
}

/** What other functions, timers and the operator are promised is deployed together with them, and needs no keeping. */
const isForPhones = ({ from = ['phone'] }: Endpoint): boolean => from.includes('phone')

export const contractOf = (apis: readonly Api[]): Contract =>
  Object.fromEntries(
    apis.flatMap(({ name, endpoints }) =>
      Object.entries(endpoints)
        .filter(([, endpoint]) => isForPhones(endpoint))
        .map(([endpoint, { input, output }]) => [
          `${name}.${endpoint}`,
          { input: shapeOf(input), output: shapeOf(output) },
        ]),
    ),
  )
