/** Wheels that stand in the page: each column snaps to a row, and the view tells which. */
import { elementOf } from '../engine'
import { make } from '../layer/make'
import type { Host, NativeKind } from './host'
import type { Native } from './native'
import { inside } from './tree'

const ROW = 34

const columnsIn = (host: Host): HTMLElement[] => inside(host.element, 'picker-view-column').map(({ $$ }) => $$)

function makeView(host: Host): Native {
  let told: number[] = []
  const row = (): number => {
    const height = /height:\s*([\d.]+)px/.exec(host.text('indicatorStyle'))?.[1]
    return height === undefined ? ROW : Number(height)
  }
  const indexes = (): number[] => columnsIn(host).map((column) => Math.round(column.scrollTop / row()))
  const place = (): void => {
    host.box.style.setProperty('--picker-row', `${row()}px`)
    const value = host.read('value')
    told = Array.isArray(value) ? value.map(Number) : []
    columnsIn(host).forEach((column, at) => {
      column.scrollTop = (told[at] ?? 0) * row()
    })
  }
  const line = make('div')
  host.follow(['indicatorClass'], () => {
    line.className = `wx-native-picker-line ${host.text('indicatorClass')}`
  })
  host.box.append(line)
  host.follow(['value', 'indicatorStyle'], () => requestAnimationFrame(place))
  const settle = (): void => {
    const now = indexes()
    if (now.join() === told.join()) return
    told = now
    host.emit('change', { value: now })
    host.emit('pickend')
  }
  host.box.addEventListener('scrollend', settle, true)
  host.box.addEventListener('pointerdown', () => host.emit('pickstart'), true)
  return {
    value: indexes,
    choose: (value) => {
      told = Array.isArray(value) ? value.map(Number) : [Number(value)]
      host.emit('change', { value: told })
    },
  }
}

export const pickerView: NativeKind = {
  supports: ['value', 'name', 'indicatorStyle', 'indicatorClass', 'maskStyle', 'maskClass', 'immediateChange'],
  make: makeView,
}

export const pickerViewColumn: NativeKind = {
  make: (host) => {
    host.box.tabIndex = 0
    host.on('tap', () => {
      const view = elementOf(host.box.closest('wx-picker-view'))
      view?.$$.dispatchEvent(new Event('scrollend'))
    })
    return {}
  },
}
