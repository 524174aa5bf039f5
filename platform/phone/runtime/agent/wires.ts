/** What the agent's Node half lends the page: a finger on its screen, and a wire for what happens by itself. */

export type Stroke = 'tap' | 'down' | 'move' | 'up'

declare global {
  /** Lent by the process that opened this page; absent when a person opened it. */
  var phoneFinger: ((stroke: Stroke, x: number, y: number) => Promise<void>) | undefined
  var phoneTell: ((event: string, detail: unknown) => Promise<void>) | undefined
}

export async function finger(stroke: Stroke, x: number, y: number): Promise<void> {
  if (!globalThis.phoneFinger) throw new Error('nobody drives this phone: it was opened by hand')
  await globalThis.phoneFinger(stroke, x, y)
}

const isPlain = (value: object): boolean =>
  Array.isArray(value) || 'toJSON' in value || [Object.prototype, null].includes(Object.getPrototypeOf(value))

/** What goes over the wire is text: a live object is left out, as it is between the two threads of a real phone. */
export const asText = (result: unknown): unknown =>
  JSON.parse(
    JSON.stringify(result ?? {}, (_, value: unknown) =>
      typeof value === 'object' && value !== null && !isPlain(value) ? undefined : value,
    ),
  )

/** Nobody may be listening any more. */
export function tell(event: string, detail: unknown): void {
  globalThis.phoneTell?.(event, asText(detail)).catch(() => undefined)
}

/** An error nobody caught is the app's own: whoever drives the phone hears of it. */
export function tellErrors(): void {
  const told = (failure: unknown, otherwise: string): void => {
    const { name, message, stack } = failure instanceof Error ? failure : new Error(otherwise)
    tell('App.exceptionThrown', { name, message, stack })
  }
  addEventListener('error', (event) => {
    if (event instanceof ErrorEvent) told(event.error, event.message)
  })
  addEventListener('unhandledrejection', ({ reason }) => told(reason, wordsOf(reason)))
}

/** An API's failure is a plain object with an errMsg. */
export function wordsOf(failure: unknown): string {
  if (failure instanceof Error) return failure.message
  if (typeof failure === 'object' && failure !== null && 'errMsg' in failure) return String(failure.errMsg)
  return String(failure)
}
