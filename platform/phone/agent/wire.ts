/** What goes over the socket: a request with a number of its own, its answer, and what is told unasked. */

export interface Request {
  id: string
  method: string
  params: Readonly<Record<string, unknown>>
}

export type Answer = { result: unknown } | { error: { message: string } }

/** Answers a method outside the page. */
export type Method = (params: Request['params']) => unknown

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** A sentence for what is no request; its id, where one can be read, comes back with it. */
export function readRequest(text: string): Request | { id: string | undefined; mistake: string } {
  const message = parsed(text)
  if (!isObject(message)) return { id: undefined, mistake: 'a request is one JSON object' }
  const id = typeof message.id === 'string' || typeof message.id === 'number' ? String(message.id) : undefined
  const { method, params = {} } = message
  if (id === undefined) return { id, mistake: 'a request has an id' }
  if (typeof method !== 'string') return { id, mistake: 'a request names its method' }
  if (!isObject(params)) return { id, mistake: 'params must be an object' }
  return { id, method, params }
}

/** What the page answered; nothing when no app runs in it. */
export function readAnswer(value: unknown): Answer {
  if (isObject(value) && 'result' in value) return { result: value.result }
  const error = isObject(value) ? value.error : undefined
  const message = isObject(error) ? String(error.message) : 'the app is not running'
  return { error: { message } }
}

export const wordsOf = (failure: unknown): string =>
  (failure instanceof Error ? failure.message : String(failure)).replace(/^page\.\w+: /, '')
