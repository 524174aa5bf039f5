/** 我的: the card or the way to one, how the screen looks, and the door to the desk for those who work there. */
import { sayInstant } from '../../../domain/kernel/time'
import type { WorkerCard } from '../../../domain/worker/views'
import { staff } from '../../cloud/apis'
import { useAsk } from '../../cloud/ask'
import { goTo } from '../../cloud/go'
import { useOnline } from '../../cloud/letters'
import { Card, LookSwitches, Row, Screen, Skeleton, StatusTag, TabBar } from '../../ui'
import { Wrong } from '../worker/parts/asked-page'
import { LettersStrip } from '../worker/parts/letters-strip'
import { useMine } from '../worker/parts/mine'
import { nextLine } from '../worker/parts/next-line'
import { NoCard } from '../worker/parts/no-card'

export default function MePage() {
  const isOnline = useOnline()
  const mine = useMine()
  const asked = useAsk(() => staff.me({}))
  const roles = asked.state === 'ready' ? rolesIn(asked.data.grants) : []
  const keptAt = mine.state === 'ready' && mine.keptAt ? sayInstant(mine.keptAt, new Date()) : undefined
  return (
    <Screen title="我的" online={isOnline && !keptAt} keptAt={keptAt} tab={<TabBar active={3} />}>
      <LettersStrip />
      {roles.length > 0 && <Desk roles={roles} />}
      {mine.state === 'loading' && <Skeleton />}
      {mine.state === 'error' && <Wrong failure={mine.error} again={() => void mine.reload()} />}
      {mine.state === 'ready' && (mine.data.card ? <CardRow card={mine.data.card} /> : <NoCard />)}
      <LookSwitches />
      {roles.length === 0 && <Desk roles={roles} />}
      <Card title="问人">
        <Row icon="tel" title="打电话问" note="热线和几点有人接" onClick={goTo('/pages/hotlines/index')} />
      </Card>
    </Screen>
  )
}

function CardRow({ card }: { card: WorkerCard }) {
  return (
    <Card title="留沪服务卡">
      <Row
        id="card"
        icon="card"
        title={`${card.maskedName} · ${card.site.name}`}
        note={nextLine(card.next)}
        value={<StatusTag state={card.tone} text={card.stateLabel} />}
        onClick={goTo('/pages/worker/card/index')}
      />
    </Card>
  )
}

/** A worker never sees an empty desk: without a role there is only the row for an invitation. */
function Desk({ roles }: { roles: readonly string[] }) {
  return (
    <Card title="工作人员">
      {roles.length > 0 && (
        <Row id="desk" icon="desk" title="进工作台" note={roles.join('、')} onClick={goTo('/desk/home/index')} />
      )}
      <Row id="invitation" title="有邀请码？" note="街道、工会、工地发的" onClick={goTo('/desk/accept/index')} />
    </Card>
  )
}

/** Once for each role, however many places it is held over. */
const rolesIn = (grants: readonly { readonly roleLabel: string }[]): string[] => [
  ...new Set(grants.map(({ roleLabel }) => roleLabel)),
]
