/** Many lines of text, as high as it is styled or as it is long. */
import { make } from '../layer/make'
import type { Host, NativeKind } from './host'
import type { Native } from './native'
import { confirm, makeTyping, TYPING } from './typing'

/** Tells a changed number of lines; with auto-height the browser itself lets the field grow with them. */
function watchLines(host: Host, field: HTMLTextAreaElement): () => void {
  let lines = 0
  const measure = (): void => {
    host.box.toggleAttribute('auto-height', host.isOn('autoHeight'))
    const { lineHeight, fontSize } = getComputedStyle(field)
    const line = Number.parseFloat(lineHeight) || Number.parseFloat(fontSize) * 1.2 || 1
    const height = field.scrollHeight
    const counted = Math.max(1, Math.round(height / line))
    if (counted === lines || height === 0) return
    lines = counted
    host.emit('linechange', { height, lineHeight: line, lineCount: lines })
  }
  const watcher = new ResizeObserver(measure)
  watcher.observe(host.box)
  host.onEnd(() => watcher.disconnect())
  host.follow(['value', 'autoHeight'], measure)
  return measure
}

function makeTextarea(host: Host): Native {
  const field = make('textarea')
  field.rows = 1
  field.addEventListener('keydown', (event) => {
    const type = host.text('confirmType', 'return')
    if (event.key !== 'Enter' || event.isComposing || type === 'return') return
    event.preventDefault()
    confirm(host, field)
  })
  const native = makeTyping(host, field, 'textarea-placeholder')
  const measure = watchLines(host, field)
  field.addEventListener('input', measure)
  return {
    ...native,
    reset: () => {
      native.reset?.()
      measure()
    },
  }
}

export const textarea: NativeKind = {
  /** `fixed` only says that it stands in something fixed, which an old client had to be told: it changes nothing here. */
  supports: [
    ...TYPING,
    ...['autoFocus', 'autoHeight', 'fixed', 'showConfirmBar', 'disableDefaultPadding', 'adjustKeyboardTo'],
  ],
  make: makeTextarea,
}
