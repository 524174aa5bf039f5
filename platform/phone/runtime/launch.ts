/** Starts the app: its styles, its App(), its first page; later, what happens to all of it. */
import { appEvents } from './app-events'
import { enter, entered } from './entry'
import { fault } from './faults'
import { define, requireModule } from './modules'
import { stack } from './pages'
import { routes, urlOf } from './routes'
import { drawAppStyles } from './styling'
import { wx } from './wx'
import { fileStore } from './wx/files'

let instance: Record<string, unknown> = {}
function tellApp(method: string, detail: unknown): void {
  const called = instance[method]
  if (typeof called !== 'function') return
  try {
    called.call(instance, detail)
  } catch (failure) {
    reportError(failure)
  }
}

/** From outside, as by a scanned code or a notice: the app comes to the front on that page. */
export async function enterAgain(): Promise<void> {
  const options = enter()
  tellApp('onShow', options)
  appEvents.emit('show', options)
  await routes.reLaunch({ url: urlOf(options) })
}

function watchOutside(): void {
  addEventListener('hashchange', () => void enterAgain())
  document.addEventListener('visibilitychange', () => {
    const isHidden = document.visibilityState === 'hidden'
    const detail = isHidden ? {} : { ...entered() }
    tellApp(isHidden ? 'onHide' : 'onShow', detail)
    appEvents.emit(isHidden ? 'hide' : 'show', detail)
  })
  for (const event of ['online', 'offline'] as const)
    addEventListener(event, () => {
      const isConnected = event === 'online'
      appEvents.emit('network', { isConnected, networkType: isConnected ? 'wifi' : 'none' })
    })
  addEventListener('resize', () =>
    appEvents.emit('resize', { size: { windowWidth: innerWidth, windowHeight: innerHeight } }),
  )
}

const wordsOf = (failure: unknown): string =>
  failure instanceof Error ? (failure.stack ?? failure.message) : String(failure)

/** React catches what a page throws while it draws, takes the page away, and only writes it down. */
function watchConsole(): void {
  const write = console.error
  console.error = (...words: unknown[]) => {
    const thrown = words.find((word) => word instanceof Error)
    if (thrown) fault('exception', wordsOf(thrown))
    write.apply(console, words)
  }
}

function watchErrors(): void {
  watchConsole()
  addEventListener('error', (event) => {
    if (!(event instanceof ErrorEvent)) return
    const words = wordsOf(event.error ?? event.message)
    fault('exception', words)
    tellApp('onError', words)
    appEvents.emit('error', { message: words })
  })
  addEventListener('unhandledrejection', (event) => {
    fault('rejection', wordsOf(event.reason))
    tellApp('onUnhandledRejection', event)
    appEvents.emit('unhandledRejection', { reason: event.reason, promise: event.promise })
  })
  appEvents.on('pageNotFound', (detail) => tellApp('onPageNotFound', detail))
}

export async function launch(): Promise<void> {
  define({
    wx,
    App: (given) => {
      instance = given as Record<string, unknown>
    },
    getApp: () => instance,
    getCurrentPages: () => stack.map(({ caller }) => caller),
  })
  watchErrors()
  drawAppStyles()
  await fileStore.load()
  const options = enter()
  requireModule('app')
  tellApp('onLaunch', options)
  tellApp('onShow', options)
  watchOutside()
  await routes.reLaunch({ url: urlOf(options) })
}
