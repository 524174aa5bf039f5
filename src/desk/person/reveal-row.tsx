/** One masked value, shown whole for a reason that its owner can read; hidden again by the component itself. */
import { workers } from '../../cloud/apis'
import { useDeed } from '../../cloud/deed'
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
  const deed = useDeed()
  if (!canReveal) return <Row id={what} title={title} value={masked} />
  /** A lost answer asked for again is one look in the log, not two. */
  const reveal = async (reason: string) => {
    let whole: string | undefined
    await deed.run(async (requestId) => {
      whole = (await workers.reveal({ requestId, id: workerId, what, reason })).value
    }, reason)
    if (whole === undefined) throw new Error('not shown')
    return whole
  }
  return (
    <Reveal
      id={what}
      label={title}
      masked={masked}
      reasons={revealReasons}
      note="他本人看得到：谁、什么时候、为什么看的。"
      onReveal={reveal}
    />
  )
}
