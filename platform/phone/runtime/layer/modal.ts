/** A question with one or two buttons in the middle, or a list of deeds at the foot. */
import { make, pressable } from './make'
import { present } from './sheets'

export interface Modal {
  title: string
  content: string
  confirmText: string
  /** None when the app wants one button. */
  cancelText?: string
  confirmColor?: string
  cancelColor?: string
  /** A field to type in, with what it says while empty. */
  placeholder?: string
  isEditable: boolean
}

export interface ModalAnswer {
  isConfirmed: boolean
  text: string
}

export function askModal(modal: Modal): Promise<ModalAnswer> {
  const { title, content, confirmText, cancelText, isEditable, placeholder = '' } = modal
  return present({ name: 'modal', label: title || content, place: 'middle' }, (settle) => {
    const field = make('input', { class: 'sheet-field', label: placeholder || title })
    field.placeholder = placeholder
    field.value = isEditable ? content : ''
    const confirm = (): void => settle({ isConfirmed: true, text: field.value })
    const cancel = (): void => settle({ isConfirmed: false, text: '' })
    const words = isEditable ? field : make('p', { class: 'sheet-words' }, content)
    return {
      body: [...(title ? [make('h2', { class: 'sheet-title' }, title)] : []), words],
      buttons: {
        ...(cancelText !== undefined && { cancel: { words: cancelText, kind: 'no', press: cancel } }),
        confirm: { words: confirmText, kind: 'yes', press: confirm },
      },
      answer: ({ text, button }) => {
        if (text !== undefined && isEditable) field.value = text
        if (text !== undefined && button === undefined) confirm()
        return text !== undefined && button === undefined
      },
    }
  })
}

/** The number of the row, or undefined when the person turned back. */
export function askAction(rows: readonly string[], title: string, color?: string): Promise<number | undefined> {
  return present({ name: 'actions', label: title || '选一项', place: 'foot' }, (settle) => {
    const buttons = rows.map((words, index) => {
      const button = pressable(words, 'sheet-row', () => settle(index))
      if (color !== undefined) button.style.color = color
      return button
    })
    const cancel = (): void => settle(undefined)
    return {
      body: [...(title ? [make('p', { class: 'sheet-words' }, title)] : []), ...buttons],
      buttons: { cancel: { words: '取消', kind: 'row', press: cancel } },
      answer: ({ index }) => {
        if (index === undefined || rows[index] === undefined) return false
        settle(index)
        return true
      },
      leave: cancel,
    }
  })
}
