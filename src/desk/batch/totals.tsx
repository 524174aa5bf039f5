/** One batch in figures: how much, how much of it is paid, what came back, and by which hash its file is known. */
import { View } from '@tarojs/components'
import { useState } from 'react'
import { gifts } from '../../../domain/claim/benefits'
import type { DeskBatch } from '../../../domain/claim/views-paying'
import { sayYuanAloud, yuan } from '../../../domain/kernel/money'
import { sayInstant } from '../../../domain/kernel/time'
import { Card, Row, StatusTag } from '../../ui'
import { aria } from '../../ui/aria'
import { Progress } from '../../ui/progress'
import { shortHash, wholeHash } from './hash'
import './totals.css'

type Props = { readonly batch: DeskBatch }

export function Totals({ batch }: Props) {
  const { title, gives, tone, stateLabel, lines, totalFen, paid, paidFen, failed, createdAt, closedAt, hash } = batch
  const now = new Date()
  const open = lines - paid - failed
  return (
    <Card title={title}>
      <StatusTag state={tone} text={stateLabel} />
      <View className="desk-total" {...aria({ label: sayYuanAloud(totalFen) })}>
        {yuan(totalFen)}
      </View>
      <Progress id="answered" text={`${lines} 笔，${open} 笔还没回音`} done={paid + failed} of={lines} />
      <Row id="paid" title="打成了" note={`${paid} 笔`} value={yuan(paidFen)} />
      <Row id="failed" title="没打成" value={`${failed} 笔`} />
      <Row id="gives" title="怎么给" value={gifts[gives].label} />
      <Row
        id="made-at"
        title={closedAt ? '封上' : '开始做'}
        value={sayInstant(closedAt ?? createdAt, now)}
        note={closedAt ? '封上以后没有人能改' : undefined}
      />
      {hash && <Hash hash={hash} />}
    </Card>
  )
}

/** Whoever compares a file with it wants all of it. */
function Hash({ hash }: { readonly hash: string }) {
  const [isWhole, setWhole] = useState(false)
  return (
    <Row
      id="hash"
      title="指纹"
      note={isWhole ? wholeHash(hash) : '一个字改了，指纹就变'}
      value={isWhole ? '' : shortHash(hash)}
      go={isWhole ? '收起' : '看全'}
      onClick={() => setWhole(!isWhole)}
    />
  )
}
