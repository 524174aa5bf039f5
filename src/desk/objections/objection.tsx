/** One objection before its reviewer: what was said, about whom, and the answer below it. */
import { View } from '@tarojs/components'
import { useState } from 'react'
import type { DeskObjection } from '../../../domain/claim/views-desk'
import { useDeed } from '../../cloud/deed'
import { Button, Card, Row, StatusTag } from '../../ui'
import { DeedNotice } from '../parts/deed-notice'
import { isLate, sayRowDue } from '../parts/due'
import { ReasonSheet } from '../parts/reason-sheet'
import { open } from '../parts/routes'
import { type Answer, answersIn, labelOf, noteOn, previewOf, reasonsFor, saysOf, send } from './deeds'
import './objection.css'

type Props = {
  readonly row: DeskObjection
  readonly onDone: (says: string) => void
  readonly onReload: () => void
}

export function Objection({ row, onDone, onReload }: Props) {
  const deed = useDeed()
  const [asking, setAsking] = useState<Answer>()
  const answers = answersIn(row)
  const now = new Date()
  const due = sayRowDue(row, now)
  const take = async (answer: Answer, reason: string) => {
    const isDone = await deed.run(
      async (requestId) => {
        await send(row, answer, reason, requestId)
      },
      [row.id, row.version, answer, reason],
    )
    if (isDone) onDone(saysOf(answer))
  }
  const close = () => {
    deed.forget()
    setAsking(undefined)
  }
  const look = () => {
    close()
    onReload()
  }
  return (
    <>
      <Card id={`objection-${row.id}`} title={row.title}>
        <StatusTag state={isLate(row, now) ? 'stop' : row.tone} text={row.stateLabel} />
        {due && <View className="desk-objection__who">{due}</View>}
        <View className="desk-objection">{`“${row.words}”`}</View>
        <View className="desk-objection__who">
          {row.isAboutSelf ? '本人说：不该用我的名字领' : '看了公示的人说的，不知道是谁'}
        </View>
        <Row
          id={`of-${row.id}`}
          title={`说的是 ${row.claimName}`}
          note="先看这份申领，再答"
          go
          onClick={() => open('claim', { id: row.claimId })}
        />
        {answers.length === 0 && <View className="desk-objection__who">办过这份申领的人不答，等别的审核员来答</View>}
        {!asking && <DeedNotice deed={deed} again={look} reload={look} overtaken="刚才有人答了这条，看看现在怎样。" />}
        {answers.map((answer) => (
          <Button
            key={answer}
            id={`${answer}-${row.id}`}
            kind="q"
            label={labelOf(answer)}
            busy={deed.isBusy && asking === answer}
            onClick={() => setAsking(answer)}
          />
        ))}
      </Card>
      {asking && (
        <ReasonSheet
          id="why"
          title={`${labelOf(asking)}：${row.claimName}`}
          reasons={reasonsFor[asking]}
          label={labelOf(asking)}
          isBusy={deed.isBusy}
          error={deed.error}
          preview={previewOf(row)}
          note={noteOn(asking, row)}
          onReason={(reason) => void take(asking, reason)}
          onReload={look}
          onClose={close}
        />
      )}
    </>
  )
}
