/** What there is to know of a wish at the desk: what and for whom, whether they may, the gift and who brings it. */
import { Image, View } from '@tarojs/components'
import { yuan } from '../../../domain/kernel/money'
import { kindLine } from '../../../domain/wish/kinds'
import type { wishes } from '../../cloud/apis'
import { Card, Notice, Row, RuleRow, StatusTag } from '../../ui'
import { aria } from '../../ui/aria'
import { isLate, sayRowDue } from '../parts/due'
import { wordsOf } from '../wishes/shelf'
import './facts.css'

export type Shown = Awaited<ReturnType<typeof wishes.get>>

/** The rules speak to the worker; here somebody else reads them. */
const aboutHim = (words: string): string => words.replace(/您/g, '他')

/** What fails comes first: it decides. */
const weight = { no: 0, unknown: 1, yes: 2 } as const

export function Facts({ shown: { row, siteName, rules, donor, giftPhotoUrl } }: { shown: Shown }) {
  const now = new Date()
  const due = sayRowDue(row, now)
  const sorted = [...rules].sort((a, b) => weight[a.verdict] - weight[b.verdict])
  return (
    <>
      {!row.isTextChecked && <Notice id="unchecked" kind="wait" text="微信还在检查这句话。检查过了，才能挂上墙。" />}
      <Card title={kindLine(row.kind, row.detail)}>
        <StatusTag state={row.tone} text={wordsOf(row.state)} />
        <View className="desk-story">{`“${row.story}”`}</View>
        {due && <Row id="due" title={isLate(row, now) ? '过了日子' : '什么时候前'} value={due} />}
        <Row id="cap" title="一份值多少" value={`${yuan(row.valueCapFen)}以内`} />
        <Row id="who" title="谁许的" value={row.maskedName} note={siteName} />
        <Row id="station" title="送到哪" value={row.station.name} note={row.station.address} />
      </Card>
      {sorted.length > 0 && (
        <Card title="能不能许">
          {sorted.map((rule) => (
            <RuleRow key={rule.text} verdict={rule.verdict} text={rule.text} from={aboutHim(rule.from)} />
          ))}
        </Card>
      )}
      {donor && <DonorCard donor={donor} />}
      {giftPhotoUrl && (
        <Card title="收下时拍的">
          <Image
            className="desk-photo"
            src={giftPhotoUrl}
            mode="aspectFit"
            {...aria({ role: 'img', label: '东西的照片' })}
          />
        </Card>
      )}
    </>
  )
}

function DonorCard({ donor: { name, phone, company } }: { donor: NonNullable<Shown['donor']> }) {
  if (!name && !phone && !company) return <Card title="点灯的人">还没说怎么称呼。送来时问一下。</Card>
  return (
    <Card title="点灯的人，只有工会和站里看得到">
      {company && <Row id="company" title="单位" value={company} />}
      {name && <Row id="donor" title="称呼" value={name} />}
      {phone && <Row id="donor-phone" title="手机号" value={phone} />}
    </Card>
  )
}
