/** What runs beside an app and shows nothing: logs, reports, and the table's row for updates. */
import { asyncApis } from './define'
import { register } from './registry'
import { updates } from './updates'

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
