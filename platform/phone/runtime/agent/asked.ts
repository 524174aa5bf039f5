/** Reads what a request carries, and says by name what is missing. */

export type Asked = Readonly<Record<string, unknown>>
export type Method = (asked: Asked) => unknown

/** Named in the answer: somebody asks for what this phone does not do. */
export class NotSupported extends Error {}

/** Of an automator's method that has no meaning here. */
export const refuse =
  (because: string): Method =>
  () => {
    throw new NotSupported(because)
  }

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

export const asked = (value: unknown): Asked => (isObject(value) ? value : {})

export function textIn(given: Asked, name: string): string {
  const value = given[name]
  if (typeof value === 'string') return value
  throw new Error(`${name} must be a text`)
}

export function listIn(given: Asked, name: string): unknown[] {
  const value = given[name] ?? []
  if (Array.isArray(value)) return value
  throw new Error(`${name} must be a list`)
}

export const textsIn = (given: Asked, name: string): string[] => listIn(given, name).map(String)

export function objectIn(given: Asked, name: string): Record<string, unknown> {
  const value = given[name]
  if (isObject(value)) return value
  throw new Error(`${name} must be an object`)
}

/** `a.b[0].c` of some data; without a path all of it. */
export function valueAt(from: unknown, path: unknown): unknown {
  if (path === undefined || path === '') return from
  const steps = String(path)
    .split(/[.[\]]+/)
    .filter((step) => step !== '')
  return steps.reduce<unknown>((at, step) => (isObject(at) ? at[step] : undefined), from)
}

/** Calls a method of a page or a component, with what it is given. */
export function callOf(of: object, asked: Asked, what: string): unknown {
  const name = textIn(asked, 'method')
  const method: unknown = Reflect.get(of, name)
  if (typeof method !== 'function') throw new Error(`${what}.${name} not exists`)
  return method.apply(of, listIn(asked, 'args'))
}
