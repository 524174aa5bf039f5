/** Tells what the app writes to its console, in order, each value as far as it can be written as text. */
import type { ConsoleMessage, Page } from 'playwright-core'

const argsOf = (message: ConsoleMessage): Promise<unknown[]> =>
  Promise.all(message.args().map((value) => value.jsonValue().catch(() => String(value))))

export function watchConsole(page: Page, tell: (method: string, params: unknown) => void): void {
  let line: Promise<unknown> = Promise.resolve()
  page.on('console', (message) => {
    const reading = argsOf(message)
    line = line.then(async () => tell('App.logAdded', { type: message.type(), args: await reading }))
  })
}
