/** A link to another page of the app. */
import { routes } from '../routes'
import { type Host, type NativeKind, refuse } from './host'
import { HOVER, watchHover } from './hover'
import type { Native } from './native'

const MOVES: Record<string, keyof typeof routes> = {
  navigate: 'navigateTo',
  redirect: 'redirectTo',
  switchTab: 'switchTab',
  reLaunch: 'reLaunch',
  navigateBack: 'navigateBack',
}

async function follow(host: Host): Promise<void> {
  const type = host.text('openType', 'navigate')
  const move = MOVES[type]
  if (!move || host.text('target', 'self') !== 'self') return refuse('navigator', `open-type="${type}"`)
  try {
    await routes[move]({ url: host.text('url'), delta: host.number('delta', 1) })
    host.emit('success', { errMsg: `${move}:ok` })
  } catch (failure) {
    host.emit('fail', { errMsg: `${move}:fail ${failure instanceof Error ? failure.message : failure}` })
  }
  host.emit('complete')
}

function makeNavigator(host: Host): Native {
  watchHover(host, { startMs: 50, stayMs: 600, ownClass: 'navigator-hover' })
  host.on('tap', () => void follow(host))
  return { press: () => void follow(host) }
}

export const navigator: NativeKind = {
  supports: [...HOVER, 'url', 'openType', 'delta', 'target'],
  harmless: { version: 'release' },
  make: makeNavigator,
}
