/** A question answered by yes or no, each in words of its own. */
import { Choice } from '../../ui'
import { NO, YES } from './draft'

type Props = {
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly yes: string
  readonly no: string
  readonly value: string
  readonly onChange: (value: string) => void
}

export function YesNo({ yes, no, ...question }: Props) {
  return (
    <Choice
      {...question}
      options={[
        { value: NO, text: no },
        { value: YES, text: yes },
      ]}
    />
  )
}
