/** What a screen reader is told, under the names WeChat knows; only given keys are set, an empty one would be read out. */

export type Aria = {
  readonly role?: string | undefined
  readonly label?: string | undefined
  readonly isHidden?: boolean
  readonly isChecked?: boolean | undefined
  readonly isExpanded?: boolean | undefined
  readonly isInvalid?: boolean | undefined
  readonly isBusy?: boolean | undefined
  readonly isLive?: boolean
  /** Of a progress bar, in percent. */
  readonly valueNow?: number | undefined
}

export type AriaProps = Readonly<Record<string, string | boolean>>

export function aria(said: Aria): AriaProps {
  const { role, label, isHidden, isChecked, isExpanded, isInvalid, isBusy, isLive, valueNow } = said
  return {
    ...(role === undefined ? {} : { 'aria-role': role }),
    ...(label === undefined ? {} : { 'aria-label': label }),
    ...(isHidden ? { 'aria-hidden': true } : {}),
    ...(isChecked === undefined ? {} : { 'aria-checked': isChecked }),
    ...(isExpanded === undefined ? {} : { 'aria-expanded': isExpanded }),
    ...(isInvalid === undefined ? {} : { 'aria-invalid': isInvalid }),
    ...(isBusy === undefined ? {} : { 'aria-disabled': isBusy }),
    ...(isLive ? { 'aria-live': 'polite' } : {}),
    ...(valueNow === undefined ? {} : { 'aria-valuenow': String(valueNow) }),
  }
}

/** iOS reads a field's name only when its role is told too. */
export const fieldAria = (label: string, isInvalid: boolean): AriaProps => aria({ role: 'textbox', label, isInvalid })
