/** A form gathers what its fields hold; a label does what a tap on its field does. */
import { elementOf, trigger, type WxElement } from '../engine'
import type { Happened, NativeKind } from './host'
import { nativeOf } from './native'
import { inside } from './tree'

const FIELDS = ['input', 'textarea', 'switch', 'slider', 'picker', 'picker-view', 'checkbox-group', 'radio-group']

const fieldsOf = (form: WxElement): WxElement[] => inside(form, ...FIELDS)

export function formValue(form: WxElement): Record<string, unknown> {
  const value: Record<string, unknown> = {}
  for (const field of fieldsOf(form)) {
    const name = field.data?.name
    if (typeof name === 'string' && name !== '') value[name] = nativeOf(field)?.value?.()
  }
  return value
}

export const submitForm = (form: WxElement, target: object): void =>
  void trigger(form, 'submit', { value: formValue(form), target, formId: '' })

export function resetForm(form: WxElement): void {
  for (const field of fieldsOf(form)) nativeOf(field)?.reset?.()
  trigger(form, 'reset', {})
}

export const form: NativeKind = { make: () => ({}), supports: ['reportSubmit', 'reportSubmitTimeout'] }

/** Taps a control has already answered. */
const answered = new WeakSet<object>()
export const noteAnswered = (event: Happened): void => {
  answered.add(Object.getPrototypeOf(event))
}

const LABELLED = ['button', 'checkbox', 'radio', 'switch', 'input', 'textarea']

export const label: NativeKind = {
  supports: ['for'],
  make: (host) => {
    const labelled = (): WxElement | undefined => {
      const id = host.text('for')
      if (id === '') return inside(host.element, ...LABELLED)[0]
      return elementOf(host.box.closest('.page-box')?.querySelector(`#${CSS.escape(id)}`) ?? null)
    }
    host.on('tap', (event) => {
      const control = labelled()
      if (!control || answered.has(Object.getPrototypeOf(event))) return
      nativeOf(control)?.press?.()
    })
    return {}
  },
}
