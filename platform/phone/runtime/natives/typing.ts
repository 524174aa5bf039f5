/** What a one-line and a many-line field share: value, placeholder, focus, keyboard, what is told while somebody types. */
import { make } from '../layer/make'
import { isObject } from '../wx/define'
import { keyboard } from '../wx/keyboard'
import { noteAnswered } from './form'
import type { Host } from './host'
import type { Native } from './native'

export type Field = HTMLInputElement | HTMLTextAreaElement

export const TYPING = [
  ...['value', 'placeholder', 'placeholderStyle', 'placeholderClass', 'disabled', 'maxlength', 'focus', 'name'],
  ...['confirmType', 'confirmHold', 'cursor', 'selectionStart', 'selectionEnd', 'cursorSpacing', 'adjustPosition'],
  ...['holdKeyboard', 'cursorColor', 'autoFill', 'alwaysEmbed'],
]

const LONGEST = 140

function watchValue(host: Host, field: Field, isEmptyChanged: () => void): void {
  host.follow(['value'], () => {
    const value = host.text('value', host.read('value') === 0 ? '0' : '')
    if (field.value !== value) field.value = value
    isEmptyChanged()
  })
  host.follow(['maxlength'], () => {
    const most = host.number('maxlength', LONGEST)
    if (most < 0) field.removeAttribute('maxlength')
    else field.maxLength = most
  })
}

/** Drawn by us: WeChat gives it a class and a style of its own. */
function watchPlaceholder(host: Host, field: Field, ownClass: string): () => void {
  const words = make('div')
  words.setAttribute('aria-hidden', 'true')
  host.box.prepend(words)
  host.follow(['placeholder', 'placeholderClass', 'placeholderStyle'], () => {
    words.textContent = host.text('placeholder')
    words.className = `wx-native-placeholder ${ownClass} ${host.text('placeholderClass')}`
    words.style.cssText = host.text('placeholderStyle')
    field.setAttribute('aria-placeholder', host.text('placeholder'))
  })
  return () => {
    words.hidden = field.value !== ''
  }
}

function placeCursor(host: Host, field: Field): void {
  const [start, end] = [host.number('selectionStart', -1), host.number('selectionEnd', -1)]
  const cursor = host.number('cursor', -1)
  if (start >= 0 && end >= 0) field.setSelectionRange(start, end)
  else if (cursor >= 0) field.setSelectionRange(cursor, cursor)
}

function watchFocus(host: Host, field: Field): void {
  let wasAsked = false
  host.follow(['focus', 'autoFocus'], () => {
    const isAsked = host.isOn('focus') || host.isOn('autoFocus')
    if (isAsked && !wasAsked) queueMicrotask(() => field.focus({ preventScroll: true }))
    if (!isAsked && wasAsked) field.blur()
    wasAsked = isAsked
  })
  const tellHeight = (height: number): void => {
    host.emit('keyboardheightchange', { height, duration: 0 })
    keyboard.tell(height)
  }
  field.addEventListener('focus', () => {
    placeCursor(host, field)
    host.emit('focus', { value: field.value, height: keyboard.height })
    tellHeight(keyboard.height)
  })
  field.addEventListener('blur', () => {
    host.emit('blur', { value: field.value, cursor: field.selectionStart ?? field.value.length })
    tellHeight(0)
  })
}

/** What the app's handler returns stands in the field in place of what was typed. */
function obey(field: Field, returned: unknown): void {
  const { value, cursor } = isObject(returned) ? returned : { value: returned, cursor: undefined }
  if (typeof value !== 'string' || value === field.value) return
  field.value = value
  if (typeof cursor === 'number') field.setSelectionRange(cursor, cursor)
}

function watchTyping(host: Host, field: Field, shown: () => void): void {
  let lastKey = 0
  field.addEventListener('keydown', (event) => {
    if (event instanceof KeyboardEvent) lastKey = event.key.length === 1 ? event.key.charCodeAt(0) : event.keyCode
  })
  field.addEventListener('input', () => {
    const cursor = field.selectionStart ?? field.value.length
    obey(field, host.ask('input', { value: field.value, cursor, keyCode: lastKey }))
    shown()
  })
  for (const stage of ['start', 'update', 'end'])
    field.addEventListener(`composition${stage}`, () =>
      host.emit(`keyboardcomposition${stage}`, { data: { value: field.value } }),
    )
  field.addEventListener('select', () =>
    host.emit('selectionchange', { selectionStart: field.selectionStart, selectionEnd: field.selectionEnd }),
  )
}

export const confirm = (host: Host, field: Field): void => {
  host.emit('confirm', { value: field.value })
  if (!host.isOn('confirmHold')) field.blur()
}

/** The name a screen reader reads stands on the field itself too. */
function watchName(host: Host, field: Field): void {
  host.follow(['ariaLabel', 'ariaInvalid', 'disabled', 'cursorColor', 'confirmType'], () => {
    for (const name of ['label', 'invalid']) {
      const value = host.text(name === 'label' ? 'ariaLabel' : 'ariaInvalid')
      if (value === '') field.removeAttribute(`aria-${name}`)
      else field.setAttribute(`aria-${name}`, value)
    }
    field.disabled = host.isOn('disabled')
    field.style.caretColor = host.text('cursorColor')
    field.enterKeyHint = ENTER_KEYS[host.text('confirmType')] ?? 'done'
  })
}

const ENTER_KEYS: Record<string, string> = { send: 'send', search: 'search', next: 'next', go: 'go', return: 'enter' }

export function makeTyping(host: Host, field: Field, ownClass: string): Native {
  field.classList.add('wx-native-field')
  const shown = watchPlaceholder(host, field, ownClass)
  host.box.append(field)
  watchValue(host, field, shown)
  watchName(host, field)
  watchFocus(host, field)
  watchTyping(host, field, shown)
  const focus = (): void => field.focus({ preventScroll: true })
  host.on('tap', (event) => {
    noteAnswered(event)
    if (!field.disabled && document.activeElement !== field) focus()
  })
  return {
    value: () => field.value,
    reset: () => {
      field.value = ''
      shown()
    },
    type: (text) => {
      const most = field.maxLength
      field.value = most >= 0 ? text.slice(0, most) : text
      field.dispatchEvent(new Event('input', { bubbles: true }))
    },
    focus,
    blur: () => field.blur(),
    isDisabled: () => field.disabled,
    press: focus,
  }
}
