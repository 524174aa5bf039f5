/** Logs what went wrong without a word of personal data: the input's marked values are masked in it and scrubbed from the error. */
import type { GenericSchema } from 'valibot'
import { atMarks, marksIn, mask } from './crypto'

const markedValues = (schema: GenericSchema, input: unknown): string[] => {
  const found: string[] = []
  atMarks(marksIn(schema), input, (text) => {
    if (text.length > 1) found.push(text)
    return text
  })
  return found
}

const scrub = (text: string, values: readonly string[]): string =>
  values.reduce((left, value) => left.replaceAll(value, '…'), text)

const textOf = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error))

/** An unknown error whole, with the input that met it. */
export const logFailure = (where: string, error: unknown, schema: GenericSchema, input: unknown): void => {
  const line = { in: where, error: scrub(textOf(error), markedValues(schema, input)), input: mask(schema, input) }
  console.error(JSON.stringify(line))
}

/** A refusal's reason: written by us, never by the person. */
export const logRefusal = (where: string, code: string, reason: string): void => {
  console.warn(JSON.stringify({ in: where, code, reason }))
}
