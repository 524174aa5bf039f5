/** A valibot schema as a person reads it: one line for each field, with what it must hold. */
import type * as v from 'valibot'
import { At, Cursor, Id, On, RequestId } from '../../../domain/kernel/schema'

type Part = {
  type: string
  wrapped?: v.GenericSchema
  entries?: Record<string, v.GenericSchema>
  item?: v.GenericSchema
  key?: v.GenericSchema
  value?: v.GenericSchema
  options?: readonly unknown[]
  literal?: unknown
  pipe?: readonly Step[]
}
type Step = { kind: string; type: string; requirement?: unknown; metadata?: unknown }

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null
const isSchema = (value: unknown): value is v.GenericSchema =>
  isObject(value) && 'kind' in value && value.kind === 'schema' && 'type' in value

const bounds: Readonly<Record<string, (requirement: unknown) => string>> = {
  min_length: (n) => `at least ${n} long`,
  max_length: (n) => `at most ${n} long`,
  length: (n) => `${n} long`,
  min_value: (n) => `from ${n}`,
  max_value: (n) => `to ${n}`,
  integer: () => 'whole',
  regex: (pattern) => String(pattern),
  iso_date: () => 'YYYY-MM-DD',
  iso_timestamp: () => 'ISO 8601, UTC',
}

/** What is personal says so, since whoever reads the contract must know what to keep to themselves. */
function personalMark(step: Step): string[] {
  if (step.type !== 'metadata' || !isObject(step.metadata) || !('personal' in step.metadata)) return []
  const mark = step.metadata.personal
  return isObject(mark) && 'label' in mark ? [`personal: ${mark.label}`] : []
}

const stepsOf = (part: Part): readonly Step[] => part.pipe ?? []
const notesOf = (part: Part): string[] =>
  stepsOf(part).flatMap((step) => [
    ...personalMark(step),
    ...(bounds[step.type] ? [bounds[step.type]?.(step.requirement) ?? ''] : []),
  ])

const isOptional = (schema: v.GenericSchema): boolean =>
  /^(optional|exact_optional|nullish|nullable)$/.test(schema.type)

const field = (name: string, schema: v.GenericSchema, indent: string): string => {
  const { text, notes } = describe(schema, indent)
  const comment = notes.length > 0 ? `  // ${notes.join(', ')}` : ''
  return `${indent}${name}${isOptional(schema) ? '?' : ''}: ${text}${comment}`
}

function objectText(entries: Record<string, v.GenericSchema>, indent: string): string {
  const inner = `${indent}  `
  const lines = Object.entries(entries).map(([name, schema]) => field(name, schema, inner))
  return lines.length === 0 ? '{}' : `{\n${lines.join('\n')}\n${indent}}`
}

const choices = (options: readonly unknown[], indent: string): string =>
  options.map((option) => (isSchema(option) ? describe(option, indent).text : JSON.stringify(option))).join(' | ')

function textOf(part: Part, indent: string): string {
  if (part.entries) return objectText(part.entries, indent)
  if (part.wrapped) return describe(part.wrapped, indent).text
  if (part.item) return `${describe(part.item, indent).text}[]`
  if (part.options) return choices(part.options, indent)
  if (part.key && part.value) return `{ [${describe(part.key, indent).text}]: ${describe(part.value, indent).text} }`
  return part.type === 'literal' ? JSON.stringify(part.literal) : part.type
}

/** The kernel's own fields are said by name; the page explains each once. */
export const named = { Id, RequestId, At, On, Cursor } as const satisfies Record<string, v.GenericSchema>

const nameOf = (schema: v.GenericSchema): string | undefined =>
  Object.entries(named).find(([, known]) => known === schema)?.[0]

/** The type in TypeScript's words, and beside it what the value must hold. */
export function describe(schema: v.GenericSchema, indent = ''): { text: string; notes: string[] } {
  const name = nameOf(schema)
  if (name !== undefined) return { text: name, notes: [] }
  return describeUnnamed(schema, indent)
}

/** A field the kernel does not name. */
export function describeUnnamed(schema: v.GenericSchema, indent = ''): { text: string; notes: string[] } {
  const part: Part = schema
  const inner = part.wrapped ? describe(part.wrapped, indent).notes : []
  return { text: textOf(part, indent), notes: [...inner, ...notesOf(part)] }
}
