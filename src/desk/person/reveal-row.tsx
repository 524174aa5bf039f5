/** One masked value, shown whole for a reason that its owner can read; hidden again by the component itself. */
import { workers } from '../../cloud/apis'
import { newRequestId } from '../../cloud/random'
import { Reveal, Row } from '../../ui'
import { revealReasons } from '../parts/reasons'

type Props = {
  readonly workerId: string
  readonly what: 'name' | 'phone' | 'document'
  readonly title: string
  readonly masked: string
  readonly canReveal: boolean
}

export function RevealRow({ workerId, what, title, masked, canReveal }: Props) {
  if (!canReveal) return <Row id={what} title={title} value={masked} />
  return (
    <Reveal
      id={what}
      label={title}
      masked={masked}
      reasons={revealReasons}
      note="他本人看得到：谁、什么时候、为什么看的。"
      onReveal={async (reason) =>
        (await workers.reveal({ requestId: newRequestId(), id: workerId, what, reason })).value
      }
    />
  )
}
