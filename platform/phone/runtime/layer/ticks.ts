/** A list of things that are allowed or not. */
import { make } from './make'
import { present } from './sheets'

/** Undefined when nothing was changed. */
export function askTicks(
  title: string,
  rows: readonly (readonly [name: string, isOn: boolean])[],
): Promise<Record<string, boolean> | undefined> {
  return present({ name: 'settings', label: title, place: 'foot' }, (settle) => {
    const ticks = rows.map(([name, isOn]) => {
      const tick = make('input')
      tick.type = 'checkbox'
      tick.checked = isOn
      return { name, tick, row: make('label', { class: 'sheet-tick' }, tick, name) }
    })
    const cancel = (): void => settle(undefined)
    const keep = (): void => settle(Object.fromEntries(ticks.map(({ name, tick }) => [name, tick.checked])))
    const words = rows.length > 0 ? [] : [make('p', { class: 'sheet-words' }, '这个小程序还没有要过什么权限。')]
    return {
      body: [make('h2', { class: 'sheet-title' }, title), ...words, ...ticks.map(({ row }) => row)],
      buttons: {
        cancel: { words: '取消', kind: 'no', press: cancel },
        confirm: { words: '好', kind: 'yes', press: keep },
      },
      answer: ({ value }) => {
        if (!Array.isArray(value)) return false
        settle(Object.fromEntries(ticks.map(({ name }) => [name, value.includes(name)])))
        return true
      },
      leave: cancel,
    }
  })
}
