/** One short answer that has to be typed. */
import { Input } from '@tarojs/components'
import { fieldAria } from './aria'
import { Question } from './question'
import { useTyping } from './typing'
import './field.css'

export type FieldKind = 'text' | 'phone' | 'idcard' | 'code' | 'number' | 'money'

type Props = {
  readonly id: string
  readonly label: string
  readonly hint?: string | undefined
  readonly kind: FieldKind
  readonly value: string
  readonly error?: string | undefined
  readonly onChange: (value: string) => void
}

/** An 11-figure number may come with spaces or +86; length is judged by the schema and never by cutting off. */
const LONGEST = 140

const keyboards = {
  text: 'text',
  phone: 'number',
  idcard: 'idcard',
  code: 'text',
  number: 'number',
  /** With a point. */
  money: 'digit',
} as const satisfies Record<FieldKind, string>

export function Field({ id, label, hint, kind, value, error, onChange }: Props) {
  const { props } = useTyping(value, onChange)
  return (
    <Question id={id} label={label} hint={hint} error={error}>
      <Input
        id={id}
        className={error ? 'nh-field nh-field--error' : 'nh-field'}
        type={keyboards[kind]}
        maxlength={LONGEST}
        confirmType="done"
        {...props}
        {...fieldAria(label, error !== undefined)}
      />
    </Question>
  )
}
