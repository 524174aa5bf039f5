/** Everything the owner may do with the card: what the cloud allows now, and what is theirs by law always. */
import type { WorkerCard } from '../../../../domain/worker/views'
import { goTo } from '../../../cloud/go'
import { goScan } from '../../../cloud/go-scan'
import { Card, Row } from '../../../ui'

type Action = WorkerCard['can'][number]
type Way = { readonly title: string; readonly note: string; readonly onClick: () => void }

const ways: readonly (Way & { readonly action: Action })[] = [
  {
    action: 'correct',
    title: '改姓名、证件、手机',
    note: '改了，管理员再核实一次',
    onClick: goTo('/pages/worker/correct/index'),
  },
  {
    action: 'update',
    title: '改住处和过年安排',
    note: '改了就算，不用核实',
    onClick: goTo('/pages/worker/edit/index'),
  },
  { action: 'changeSite', title: '换地方', note: '扫新地方的码', onClick: () => void goScan() },
  { action: 'leave', title: '我走了', note: '离开这里，或离开这座城', onClick: goTo('/pages/worker/leave/index') },
]

const always: readonly Way[] = [
  { title: '导出我的资料', note: '存了什么，全给您', onClick: goTo('/pages/worker/export/index') },
  { title: '谁看过我的号码', note: '谁、什么时候、为什么', onClick: goTo('/pages/worker/seen/index') },
]

const erase: Way = {
  title: '不再用了，删掉',
  note: '先告诉您删什么、留什么',
  onClick: goTo('/pages/worker/erase/index'),
}

export function CardActions({ card }: { card: WorkerCard }) {
  const allowed = ways.filter(({ action }) => card.can.includes(action))
  const rows = [...allowed, ...always, ...(card.can.includes('erase') ? [erase] : [])]
  return (
    <Card id="actions" title="您能做的">
      {rows.map(({ title, note, onClick }) => (
        <Row key={title} title={title} note={note} onClick={onClick} />
      ))}
    </Card>
  )
}
