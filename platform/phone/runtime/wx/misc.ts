/** What runs beside an app and shows nothing: updates, logs, reports. */
import { asyncApis } from './define'
import { register } from './registry'

/** An app on a desk is always the newest. */
const updates = {
  onCheckForUpdate: (told: (answer: { hasUpdate: boolean }) => void) =>
    queueMicrotask(() => told({ hasUpdate: false })),
  onUpdateReady: () => undefined,
  onUpdateFailed: () => undefined,
  applyUpdate: () => undefined,
}

const said =
  (level: 'debug' | 'info' | 'warn' | 'error') =>
  (...words: unknown[]): void =>
    console[level](...words)

const log = { debug: said('debug'), log: said('info'), info: said('info'), warn: said('warn'), error: said('error') }
const realtimeLog = {
  ...log,
  setFilterMsg: () => undefined,
  addFilterMsg: () => undefined,
  in: () => realtimeLog,
  tag: () => log,
}

register({
  getUpdateManager: () => updates,
  getLogManager: () => log,
  getRealtimeLogManager: () => realtimeLog,
  reportEvent: () => undefined,
  reportAnalytics: () => undefined,
  reportMonitor: () => undefined,
  reportPerformance: () => undefined,
  ...asyncApis({
    setEnableDebug: () => undefined,
    loadFontFace: () => undefined,
    preloadSubpackage: () => undefined,
    exitMiniProgram: () => undefined,
  }),
})
