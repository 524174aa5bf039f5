/** What is collected, what for, who sees it, for how long; and the separate yes to the document number. */
import { Card, Choice } from '../../../ui'

type Part = { readonly id: string; readonly title: string; readonly text: string; readonly isSensitive: boolean }
export type ConsentText = {
  readonly handler: { readonly name: string; readonly contact: string }
  readonly parts: readonly Part[]
  readonly readers: readonly string[]
}

export function ConsentCards({ text }: { text: ConsentText }) {
  return (
    <>
      {text.parts.map((part) => (
        <Card key={part.id} title={part.title}>
          {part.text}
        </Card>
      ))}
      <Card title="谁能看">{`${text.readers.join('、')}。他们只管自己那一片，证件号都遮住。看完整号码要写原因，您查得到。`}</Card>
      <Card title="谁在管">{`${text.handler.name}。有事打 ${text.handler.contact}。`}</Card>
    </>
  )
}

const YES = 'yes'

type TickProps = {
  readonly isTicked: boolean
  readonly error?: string | undefined
  readonly onChange: (is: boolean) => void
}

/** Never ticked beforehand (个人信息保护法 art 29 asks for a consent of its own). */
export function SensitiveTick({ isTicked, error, onChange }: TickProps) {
  return (
    <Choice
      id="sensitive"
      label="证件号要您单独点头"
      many
      options={[{ value: YES, text: '证件号是隐私，我同意用它核对' }]}
      value={isTicked ? [YES] : []}
      error={error}
      onChange={(next) => onChange(next.includes(YES))}
    />
  )
}
