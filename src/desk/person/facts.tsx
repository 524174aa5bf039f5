/** Who this is, as far as this desk may see: masked, and whole only for a reason. */
import { provinces } from '../../../domain/kernel/places'
import { exposures, residences, stays, trades } from '../../../domain/worker/choices'
import type { workers } from '../../cloud/apis'
import { Card, Notice, Row, StatusTag } from '../../ui'
import { isLate, sayRowDue } from '../parts/due'
import { RevealRow } from './reveal-row'

type Shown = Awaited<ReturnType<typeof workers.get>>

const provinceName = (id: string): string => Object.entries(provinces).find(([key]) => key === id)?.[1].label ?? id

export function Facts({ shown: { row, siteName, homeProvince, canReveal } }: { shown: Shown }) {
  const now = new Date()
  const due = sayRowDue(row, now)
  const seen = { workerId: row.id, canReveal }
  return (
    <>
      {row.isMinor && <Notice kind="wait" text="16、17 岁。井下、有毒有害、最重的活不能派（劳动法第六十四条）。" />}
      <Card title={row.maskedName}>
        <StatusTag state={row.tone} text={row.stateLabel} />
        {due && <Row id="due" title={isLate(row, now) ? '过了日子' : '什么时候前'} value={due} />}
        <RevealRow {...seen} what="name" title="姓名" masked={row.maskedName} />
        <RevealRow {...seen} what="phone" title="手机号" masked={row.maskedPhone} />
        <RevealRow {...seen} what="document" title="证件号" masked={row.maskedNumber} />
      </Card>
      <Card title={siteName}>
        <Row id="home" title="老家" value={provinceName(homeProvince)} />
        <Row id="residence" title="住哪" value={residences[row.residence].label} />
        <Row id="trade" title="干什么活" value={trades[row.trade].label} />
        <Row id="stay" title="过年" value={stays[row.stay].label} />
        <Row id="exposure" title="冷链、医院、机场" value={exposures[row.exposure].label} />
      </Card>
    </>
  )
}
