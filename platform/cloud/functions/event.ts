/** The event of a call, read once for all who look into it. */
import { isJson, type Json, parseJson, textOf } from '../json'

export interface CallEvent {
  readonly text: string
  /** Undefined when it is no JSON object. */
  readonly fields: Json | undefined
}

export function readEvent(text: string): CallEvent {
  const parsed = parseJson(text)
  return { text, fields: isJson(parsed) ? parsed : undefined }
}

export const endpointOf = ({ fields }: CallEvent): string | undefined => textOf(fields?.endpoint)
