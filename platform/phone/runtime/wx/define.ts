/** The contract of an asynchronous wx call: success, fail and complete, or a promise when none of them is given. */

export type Options = Readonly<Record<string, unknown>>

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

/** Its message is what follows `name:fail` in errMsg. */
export class ApiFailure extends Error {
  constructor(
    message: string,
    readonly codes: { errno?: number; errCode?: number } = {},
  ) {
    super(message)
  }
}

export const cancelled = (): ApiFailure => new ApiFailure('cancel')

/** What it answers, when that is an object, is what `success` is told. */
type Work = (options: Options) => unknown
type Callback = (answer: object) => void

const isFunction = (value: unknown): value is Callback => typeof value === 'function'

/** What the app's own callback throws is the app's error. */
function call(callback: unknown, answer: object): void {
  if (!isFunction(callback)) return
  try {
    callback(answer)
  } catch (failure) {
    reportError(failure)
  }
}

export function failureOf(name: string, failure: unknown): { errMsg: string } {
  const words = failure instanceof Error ? failure.message : String(failure)
  return { errMsg: `${name}:fail ${words}`, ...(failure instanceof ApiFailure ? failure.codes : {}) }
}

/** Runs at once, so that what only a tap may ask is asked inside of it; answers afterwards. */
export async function settled(name: string, work: Work, options: Options): Promise<object> {
  try {
    const answer = await work(options)
    return { errMsg: `${name}:ok`, ...(isObject(answer) && answer) }
  } catch (failure) {
    throw failureOf(name, failure)
  }
}

export const hasCallback = ({ success, fail, complete }: Options): boolean =>
  [success, fail, complete].some((callback) => callback !== undefined)

export function tell(answer: Promise<object>, { success, fail, complete }: Options): void {
  answer.then(
    (told) => {
      call(success, told)
      call(complete, told)
    },
    (told: object) => {
      call(fail, told)
      call(complete, told)
    },
  )
}

export const optionsIn = (given: unknown): Options => (isObject(given) ? given : {})

export function asyncApi(name: string, work: Work): (given?: unknown) => Promise<object> | undefined {
  return (given) => {
    const options = optionsIn(given)
    const answer = settled(name, work, options)
    if (!hasCallback(options)) return answer
    tell(answer, options)
    return undefined
  }
}

/** Several at once, by name. */
export const asyncApis = (works: Record<string, Work>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(works).map(([name, work]) => [name, asyncApi(name, work)]))

export const textIn = (options: Options, name: string, otherwise = ''): string => {
  const value = options[name]
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : otherwise
}
export const numberIn = (options: Options, name: string, otherwise: number): number => {
  const value = Number(options[name] ?? Number.NaN)
  return Number.isNaN(value) ? otherwise : value
}
export const textsIn = (options: Options, name: string): string[] => {
  const value = options[name]
  return Array.isArray(value) ? value.map(String) : []
}

/** WeChat refuses a call that lacks what it cannot do without. */
export function needed(options: Options, name: string): string {
  const value = options[name]
  if (typeof value === 'string') return value
  const was = value === null ? 'Null' : value === undefined ? 'Undefined' : typeof value
  throw new ApiFailure(`parameter error: parameter.${name} should be String instead of ${was};`, { errno: 1001 })
}
