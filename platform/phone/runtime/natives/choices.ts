/** Ticks: checkboxes and radios with the groups that tell what is ticked, and the switch. */
import { trigger, type WxElement } from '../engine'
import { make } from '../layer/make'
import { watchDisabled } from './aria'
import { noteAnswered } from './form'
import type { Host, NativeKind } from './host'
import { type Native, nativeOf } from './native'
import { closest, inside } from './tree'

const isTicked = (element: WxElement): boolean => nativeOf(element)?.isChecked?.() === true
const ownValue = (element: WxElement): string => String(element.data?.value ?? '')

const tickedIn = (group: WxElement): string[] =>
  inside(group, 'checkbox')
    .filter(isTicked)
    .map((box) => ownValue(box))

const chosenIn = (group: WxElement): string => {
  const chosen = inside(group, 'radio').find(isTicked)
  return chosen ? ownValue(chosen) : ''
}

export const checkboxGroup: NativeKind = {
  supports: ['name'],
  make: ({ element }) => ({
    value: () => tickedIn(element),
    reset: () => {
      for (const box of inside(element, 'checkbox')) nativeOf(box)?.reset?.()
    },
  }),
}

export const radioGroup: NativeKind = {
  supports: ['name'],
  make: ({ element }) => ({
    value: () => chosenIn(element),
    reset: () => {
      for (const radio of inside(element, 'radio')) nativeOf(radio)?.reset?.()
    },
  }),
}

interface Tick {
  isOn(): boolean
  turn(isOn: boolean): void
}

/** What is ticked follows the property when that changes, and the finger in between. */
function watchTick(host: Host): Tick {
  let isOn = false
  const turn = (next: boolean): void => {
    isOn = next
    host.box.toggleAttribute('checked', next)
    host.box.setAttribute('aria-checked', String(next))
  }
  host.follow(['checked'], () => turn(host.isOn('checked')))
  host.follow(['color'], () => host.box.style.setProperty('--tick', host.text('color', 'var(--wx-green)')))
  watchDisabled(host)
  return { isOn: () => isOn, turn }
}

function makeTicked(host: Host, tick: Tick, press: () => void): Native {
  host.on('tap', (event) => {
    noteAnswered(event)
    press()
  })
  return { isChecked: tick.isOn, isDisabled: () => host.isOn('disabled'), press, reset: () => tick.turn(false) }
}

const tellGroup = (group: WxElement | undefined, value: (group: WxElement) => unknown): void => {
  if (group) trigger(group, 'change', { value: value(group) })
}

const CHOICE = ['value', 'disabled', 'checked', 'color', 'name']

export const checkbox: NativeKind = {
  supports: CHOICE,
  make: (host) => {
    host.box.prepend(make('i', { class: 'native-mark' }))
    const tick = watchTick(host)
    return makeTicked(host, tick, () => {
      if (host.isOn('disabled')) return
      tick.turn(!tick.isOn())
      tellGroup(closest(host.element, 'checkbox-group'), tickedIn)
    })
  },
}

export const radio: NativeKind = {
  supports: CHOICE,
  make: (host) => {
    host.box.prepend(make('i', { class: 'native-mark' }))
    const tick = watchTick(host)
    return makeTicked(host, tick, () => {
      if (host.isOn('disabled') || tick.isOn()) return
      const group = closest(host.element, 'radio-group')
      for (const other of group ? inside(group, 'radio') : []) nativeOf(other)?.reset?.()
      tick.turn(true)
      tellGroup(group, chosenIn)
    })
  },
}

export const switchKind: NativeKind = {
  supports: [...CHOICE, 'type'],
  make: (host) => {
    host.reflect('type')
    const tick = watchTick(host)
    const native = makeTicked(host, tick, () => {
      if (host.isOn('disabled')) return
      tick.turn(!tick.isOn())
      host.emit('change', { value: tick.isOn() })
    })
    return { ...native, value: tick.isOn }
  },
}

/** The roles these have where the app gives none. */
export const roleOf = (tag: string): string | undefined =>
  ({ button: 'button', checkbox: 'checkbox', radio: 'radio', switch: 'switch', navigator: 'link' })[tag]
