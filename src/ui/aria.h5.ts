/** What a screen reader is told in a browser: real attributes, which Taro's elements take over as they are. */
import type { Aria, AriaProps } from './aria'

export type { Aria, AriaProps }

/** What a keyboard stops at; `keys.h5.ts` presses it. */
const pressable: readonly (string | undefined)[] = ['button', 'radio', 'checkbox', 'switch']

/** Strings, since Taro drops an attribute that is false. */
export function aria(said: Aria): AriaProps {
  const { role, label, isHidden, isChecked, isExpanded, isInvalid, isBusy, isLive, valueNow } = said
  return {
    ...(role === undefined ? {} : { role }),
    ...(pressable.includes(role) ? { tabindex: '0' } : {}),
    ...(label === undefined ? {} : { 'aria-label': label }),
    ...(isHidden ? { 'aria-hidden': 'true' } : {}),
    ...(isChecked === undefined ? {} : { 'aria-checked': String(isChecked) }),
    ...(isExpanded === undefined ? {} : { 'aria-expanded': String(isExpanded) }),
    ...(isInvalid === undefined ? {} : { 'aria-invalid': String(isInvalid) }),
    ...(isBusy === undefined ? {} : { 'aria-disabled': String(isBusy) }),
    ...(isLive ? { 'aria-live': 'polite' } : {}),
    ...(valueNow === undefined ? {} : { 'aria-valuenow': String(valueNow) }),
  }
}

/** The real field stands inside Taro's element and takes its attributes from `nativeProps`. */
export const fieldAria = (label: string, isInvalid: boolean) => ({
  nativeProps: { 'aria-label': label, 'aria-invalid': String(isInvalid) },
})
