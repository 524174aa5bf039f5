/** One line of text; its type is the keyboard that comes up. */
import { make } from '../layer/make'
import { type NativeKind, refuse } from './host'
import { confirm, makeTyping, TYPING } from './typing'

const INPUT_MODES: Record<string, string> = {
  text: 'text',
  number: 'numeric',
  idcard: 'text',
  digit: 'decimal',
  nickname: 'text',
}

export const input: NativeKind = {
  supports: [...TYPING, 'type', 'password'],
  make: (host) => {
    const field = make('input')
    host.follow(['type', 'password'], () => {
      const type = host.text('type', 'text')
      const mode = INPUT_MODES[type]
      if (mode === undefined) refuse('input', `type="${type}"`)
      field.type = host.isOn('password') ? 'password' : 'text'
      field.inputMode = mode ?? 'text'
      host.box.dataset.keyboard = type
    })
    field.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && !event.isComposing) confirm(host, field)
    })
    return makeTyping(host, field, 'input-placeholder')
  },
}
