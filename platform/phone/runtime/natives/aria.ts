/** What a screen reader is told: aria-* and roles given in WXML stand on the element itself. */
import type { Host } from './host'

const PRESSED = ['button', 'link', 'checkbox', 'radio', 'switch', 'tab', 'menuitem', 'option']

const isAria = (name: string): boolean => /^aria[A-Z]/.test(name) || name === 'role'
/** ariaRole is WeChat's name for role; the rest keep theirs. */
const attributeOf = (name: string): string =>
  name === 'ariaRole' || name === 'role' ? 'role' : name.replace(/[A-Z]/, (letter) => `-${letter.toLowerCase()}`)

export const ariaNames = (names: readonly string[]): string[] => names.filter(isAria)

/** `own` is the component's role where the app gives none; `isDisabled` counts beside what the app says. */
export function watchAria(host: Host, names: readonly string[], own?: string): void {
  const { box } = host
  for (const name of ariaNames(names)) {
    const attribute = attributeOf(name)
    host.follow([name], () => {
      const value = host.read(name)
      if (value === undefined || value === null || value === '') box.removeAttribute(attribute)
      else box.setAttribute(attribute, String(value))
    })
  }
  host.follow(['ariaRole', 'role'], () => {
    const role = box.getAttribute('role') ?? own
    if (role !== undefined) box.setAttribute('role', role)
    if (role !== undefined && PRESSED.includes(role)) box.tabIndex = 0
    else box.removeAttribute('tabindex')
  })
}

/** A disabled control says so whatever the app says of it. */
export function watchDisabled(host: Host): void {
  host.follow(['disabled', 'ariaDisabled'], () => {
    const isDisabled = host.isOn('disabled')
    host.box.toggleAttribute('disabled', isDisabled)
    if (isDisabled) host.box.setAttribute('aria-disabled', 'true')
    else if (!host.isOn('ariaDisabled')) host.box.removeAttribute('aria-disabled')
  })
}
