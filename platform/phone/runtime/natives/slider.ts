/** A value on a line, and how far something has come. */
import { make } from '../layer/make'
import type { NativeKind } from './host'

const SLIDER = ['min', 'max', 'step', 'disabled', 'value', 'name', 'showValue', 'blockSize', 'blockColor']
const COLOURS = ['color', 'backgroundColor', 'selectedColor', 'activeColor']

export const slider: NativeKind = {
  supports: [...SLIDER, ...COLOURS],
  make: (host) => {
    const line = make('input', { class: 'native-slider' })
    const words = make('output', { class: 'native-slider-value' })
    line.type = 'range'
    host.box.append(line, words)
    const value = (): number => Number(line.value)
    const show = (): void => {
      words.hidden = !host.isOn('showValue')
      words.textContent = line.value
    }
    host.follow([...SLIDER, ...COLOURS, 'ariaLabel'], () => {
      line.min = String(host.number('min', 0))
      line.max = String(host.number('max', 100))
      line.step = String(host.number('step', 1))
      line.value = String(host.number('value', 0))
      line.disabled = host.isOn('disabled')
      line.style.accentColor = host.text('activeColor', host.text('selectedColor', '#1aad19'))
      line.setAttribute('aria-label', host.text('ariaLabel'))
      show()
    })
    line.addEventListener('input', () => {
      show()
      host.emit('changing', { value: value() })
    })
    line.addEventListener('change', () => host.emit('change', { value: value() }))
    return {
      value,
      choose: (chosen) => {
        line.value = String(chosen)
        line.dispatchEvent(new Event('input'))
        line.dispatchEvent(new Event('change'))
      },
      reset: () => {
        line.value = String(host.number('min', 0))
        show()
      },
    }
  },
}

export const progress: NativeKind = {
  supports: [
    ...['percent', 'showInfo', 'borderRadius', 'fontSize', 'strokeWidth', 'color', 'activeColor', 'backgroundColor'],
    ...['active', 'activeMode', 'duration'],
  ],
  make: (host) => {
    const done = make('i', { class: 'native-progress-done' })
    const words = make('span', { class: 'native-progress-words' })
    const line = make('div', { class: 'native-progress-line' }, done)
    host.box.append(line, words)
    host.follow(
      ['percent', 'showInfo', 'color', 'activeColor', 'backgroundColor', 'strokeWidth', 'borderRadius'],
      () => {
        const percent = Math.min(100, Math.max(0, host.number('percent', 0)))
        done.style.width = `${percent}%`
        done.style.backgroundColor = host.text('activeColor', host.text('color', '#09bb07'))
        line.style.height = `${host.number('strokeWidth', 6)}px`
        line.style.borderRadius = `${host.number('borderRadius', 0)}px`
        line.style.backgroundColor = host.text('backgroundColor', '#ebebeb')
        words.textContent = host.isOn('showInfo') ? `${percent}%` : ''
        host.box.setAttribute('role', 'progressbar')
        host.box.setAttribute('aria-valuenow', String(percent))
      },
    )
    return {}
  },
}
