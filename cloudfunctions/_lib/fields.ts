/** The sentence a person reads beside each field that cannot be right. */
import * as v from 'valibot'

type Node = v.GenericSchema & {
  readonly entries?: Record<string, v.GenericSchema>
  readonly wrapped?: v.GenericSchema
  readonly options?: readonly Node[]
  readonly item?: v.GenericSchema
}

/** The schema that stands at a path; in a choice, the first that has one there. */
const schemaAt = (schema: Node | undefined, [key, ...rest]: readonly unknown[]): v.GenericSchema | undefined => {
  if (schema === undefined || key === undefined) return schema
  if (schema.wrapped) return schemaAt(schema.wrapped, [key, ...rest])
  if (schema.entries) return schemaAt(schema.entries[String(key)], rest)
  if (schema.item) return schemaAt(schema.item, rest)
  return schema.options?.map((option) => schemaAt(option, [key, ...rest])).find((found) => found !== undefined)
}

/** valibot's own messages are English: a person reads ours or a plain sentence. */
const isOurs = (message: string): boolean => /[\u4e00-\u9fff]/.test(message)

/** A field that was left out reads as an empty one does. */
const wordsOf = (schema: v.GenericSchema, { message, received, path }: v.BaseIssue<unknown>): string => {
  if (isOurs(message)) return message
  const missing =
    received === 'undefined' && path
      ? schemaAt(
          schema,
          path.map(({ key }) => key),
        )
      : undefined
  const [own] = (missing && v.safeParse(missing, undefined).issues) ?? []
  return own && isOurs(own.message) ? own.message : '这里填得不对'
}

/** Of several sentences for one field the first. */
export const fieldsIn = (
  schema: v.GenericSchema,
  issues: readonly v.BaseIssue<unknown>[],
): Readonly<Record<string, string>> =>
  Object.fromEntries([...issues].reverse().map((issue) => [v.getDotPath(issue) ?? '', wordsOf(schema, issue)]))
