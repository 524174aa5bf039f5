/** One deed, said on the button: filled red for the one thing to do (p), outlined red (s), quiet in ink (q), or only words (t). */
import { Button as TaroButton } from '@tarojs/components'
import { aria } from './aria'
import type { IconName, Tone } from './glyphs'
import { Icon } from './icon'
import './button.css'

export type ButtonKind = 'p' | 's' | 'q' | 't'
/** What only WeChat's own button can do. */
export type OpenType = 'getPhoneNumber' | 'share'
/** What WeChat's phone button brings: a one-use code, or why there is none. */
export type PhoneAnswer = { readonly code?: string; readonly errno?: number; readonly errMsg?: string }

type Props = {
  readonly id?: string
  readonly kind: ButtonKind
  readonly label: string
  readonly icon?: IconName
  /** 60 high, for a thumb in a glove. */
  readonly size?: 'scan'
  /** Being sent: a second tap does nothing. */
  readonly busy?: boolean
  readonly openType?: OpenType | undefined
  readonly onPhone?: (answer: PhoneAnswer) => void
  readonly onClick?: (() => void) | undefined
}

const toneOf = { p: 'white', s: 'red', q: 'ink', t: 'red' } as const satisfies Record<ButtonKind, Tone>
const nothing = () => undefined

const openTypeProps = (openType: OpenType, onPhone: (answer: PhoneAnswer) => void) => ({
  openType,
  onGetPhoneNumber: ({ detail }: { detail: PhoneAnswer }) => onPhone(detail),
})

export function Button({
  id,
  kind,
  label,
  icon,
  size,
  busy = false,
  openType,
  onPhone = nothing,
  onClick = nothing,
}: Props) {
  const says = busy ? `${label}…` : label
  return (
    <TaroButton
      id={id}
      className={`nh-btn nh-btn--${kind}${size ? ` nh-btn--${size}` : ''}${busy ? ' nh-btn--busy' : ''}`}
      hoverClass="nh-btn--down"
      onClick={() => (busy ? undefined : onClick())}
      {...(openType ? openTypeProps(openType, onPhone) : {})}
      {...aria({ role: 'button', label: says, isBusy: busy })}
    >
      {icon && <Icon name={icon} tone={toneOf[kind]} size={26} />}
      {icon ? ` ${says}` : says}
    </TaroButton>
  )
}
