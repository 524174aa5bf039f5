/** The slip just read, in one look: whether it is taken in here, what it is and who brings it. */
import { yuan } from '../../../domain/kernel/money'
import { Button, Notice, Row, Sheet } from '../../ui'
import { giftOf, type Slip, verdictOf } from './slip'

type Props = {
  readonly slip: Slip
  readonly onTake: () => void
  readonly onOpen: () => void
  readonly onClose: () => void
}

export function Result({ slip, onTake, onOpen, onClose }: Props) {
  const { kind, title, text } = verdictOf(slip, new Date())
  const { valueCapFen, donorName, donorPhone, isHere } = slip
  const foot =
    kind === 'ok' ? (
      <Button id="take" kind="s" size="scan" label="拍照，收下" onClick={onTake} />
    ) : (
      <Button id="next-slip" kind="s" label="知道了，扫下一个" onClick={onClose} />
    )
  return (
    <Sheet id="slip-sheet" title={title} onClose={onClose} foot={foot}>
      <Notice id={`slip-${kind}`} kind={kind} text={text} />
      <Row id="gift" title={giftOf(slip)} value={`${yuan(valueCapFen)}以内`} />
      {donorName && <Row id="donor" title="送的人" value={donorName} note={donorPhone} />}
      {isHere && kind !== 'ok' && <Row id="open-wish" title="看这一份" go onClick={onOpen} />}
    </Sheet>
  )
}
