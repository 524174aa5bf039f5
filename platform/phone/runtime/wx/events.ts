/** What happens to the app or the phone, with an on and an off for each. */
import { type AppEvent, appEvents } from '../app-events'
import { asyncApis } from './define'
import { keyboard } from './keyboard'
import { register } from './registry'

const APP_EVENTS: Record<string, AppEvent> = {
  AppShow: 'show',
  AppHide: 'hide',
  Error: 'error',
  UnhandledRejection: 'unhandledRejection',
  PageNotFound: 'pageNotFound',
  NetworkStatusChange: 'network',
  WindowResize: 'resize',
}

type Listener = (detail: never) => void

for (const [name, event] of Object.entries(APP_EVENTS))
  register({
    [`on${name}`]: (listener: Listener) => appEvents.on(event, listener),
    [`off${name}`]: (listener?: Listener) => appEvents.off(event, listener),
  })

/** Nothing of the kind ever happens to a phone on a desk: its listeners wait. */
const NEVER = [
  'MemoryWarning',
  'UserCaptureScreen',
  'AudioInterruptionBegin',
  'AudioInterruptionEnd',
  'NetworkWeakChange',
]
for (const name of NEVER) register({ [`on${name}`]: () => undefined, [`off${name}`]: () => undefined })

const themes = new Set<(told: { theme: string }) => void>()
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', ({ matches }) => {
  for (const listener of themes) listener({ theme: matches ? 'dark' : 'light' })
})

const networkType = (): string => (navigator.onLine ? 'wifi' : 'none')

register({
  onThemeChange: (listener: (told: { theme: string }) => void) => void themes.add(listener),
  offThemeChange: (listener?: (told: { theme: string }) => void) =>
    void (listener ? themes.delete(listener) : themes.clear()),
  onKeyboardHeightChange: keyboard.on,
  offKeyboardHeightChange: keyboard.off,
  nextTick: (run: () => void) => queueMicrotask(run),
  ...asyncApis({
    getNetworkType: () => ({ networkType: networkType(), hasSystemProxy: false, isConnected: navigator.onLine }),
    hideKeyboard: () => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    },
  }),
})
