/** The red card itself: masked name, site, status with its next step, and the member code. */
import { Text, View } from '@tarojs/components'
import type { WorkerCard } from '../../../../domain/worker/views'
import { goTo } from '../../../cloud/go'
import { Card, Notice, QrCard, StatusTag } from '../../../ui'
import { nextLine } from '../parts/next-line'
import './head.css'

/** In groups of four, to be read out over a counter. */
const figures = (code: string): string => code.replace(/^m=/, '').replace(/(.{4})(?=.)/g, '$1 ')

/** The way to mend stands beside what is wrong: nobody looks for it further down. */
function Mend({ card: { rejectedBecause, can } }: { card: WorkerCard }) {
  const mend = { label: '改了再交', onClick: goTo('/pages/worker/correct/index') }
  return <Notice kind="stop" text={`要改：${rejectedBecause}`} {...(can.includes('correct') ? { action: mend } : {})} />
}

export function CardHead({ card }: { card: WorkerCard }) {
  return (
    <>
      <View className="card-head" id="card-head">
        <View className="card-head__top">
          <Text className="card-head__name">{card.maskedName}</Text>
          <StatusTag state={card.tone} text={card.stateLabel} />
        </View>
        <Text className="card-head__site">{`${card.site.districtName} · ${card.site.name}`}</Text>
        <View className="card-head__next">
          <Text className="card-head__next-label">下一步</Text>
          <Text>{nextLine(card.next)}</Text>
        </View>
      </View>
      {card.rejectedBecause && <Mend card={card} />}
      {card.isMinor && <Notice kind="info" text="您 16、17 岁，重活、夜班、危险活不能让您干。有人这样安排，打 12333" />}
      <Card title="会员码">
        <QrCard id="member-code" value={card.memberCode} code={figures(card.memberCode)} />
      </Card>
    </>
  )
}
