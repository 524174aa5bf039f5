/** 公开写的话: each with where it stands; one that is not shown says why, and how to contest it. */
import { Image, View } from '@tarojs/components'
import { useState } from 'react'
import { stateRow } from '../../../domain/kernel/machine'
import { onOf, sayDay, sayInstant } from '../../../domain/kernel/time'
import type { PostingView } from '../../../domain/posting/api'
import { postingApi } from '../../../domain/posting/api'
import { postingMachine } from '../../../domain/posting/machine'
import { postings } from '../../cloud/apis'
import { useAsk } from '../../cloud/ask'
import { goTo } from '../../cloud/go'
import { useLetter } from '../../cloud/letter'
import { newRequestId } from '../../cloud/random'
import { AskedPage } from '../../pages/worker/parts/asked-page'
import { LetterNotice } from '../../pages/worker/parts/letter-notice'
import { aria, Button, Card, Empty, StatusTag } from '../../ui'
import { WhySheet } from '../mine/why-sheet'
import '../mine/mine.css'

const kept = { name: 'said', schema: postingApi.endpoints.mine.output }

export default function SaidPage() {
  const asked = useAsk(() => postings.mine({}), kept)
  const reload = () => void asked.reload()
  return (
    <AskedPage title="公开写的话" asked={asked}>
      {({ rows }) =>
        rows.length === 0 ? (
          <Empty
            id="none"
            title="还没写过"
            text="许心愿、说谢谢写的话，都在这里。"
            action={{ label: '看我的心愿', onClick: goTo('/wishes/mine/index') }}
          />
        ) : (
          rows.map((row) => <SaidCard key={`${row.id}-${row.version}`} posting={row} onDone={reload} />)
        )
      }
    </AskedPage>
  )
}

/** What comes next, with its day. */
const nextOf = ({ state, dueAt }: PostingView, now: Date): string =>
  stateRow(postingMachine, state).next.replace('{by}', dueAt ? sayDay(onOf(dueAt), now) : '')

function SaidCard({ posting, onDone }: { posting: PostingView; onDone: () => void }) {
  const { id, version, words, photoUrl, aboutLabel, state, stateLabel, because, createdAt, can } = posting
  const [isAsking, setAsking] = useState(false)
  const letter = useLetter(postingApi, 'act', onDone)
  const now = new Date()
  const appeal = (reason: string) => {
    setAsking(false)
    letter.send({ requestId: newRequestId(), id, version, action: 'appeal', form: { reason } })
  }
  return (
    <>
      <Card id={`said-${id}`} title={aboutLabel}>
        <StatusTag state={stateRow(postingMachine, state).tone} text={stateLabel} />
        {words && <View className="mine-next mine-said">{`“${words}”`}</View>}
        {photoUrl && (
          <Image
            className="mine-photo"
            src={photoUrl}
            mode="widthFix"
            {...aria({ role: 'img', label: '您放的照片' })}
          />
        )}
        {because && <View className="mine-because">{`原因：${because}`}</View>}
        <View className="mine-small">{`${nextOf(posting, now)} · 写于 ${sayInstant(createdAt, now)}`}</View>
        <LetterNotice letter={letter} again={onDone} />
        {can.includes('appeal') && letter.state !== 'waiting' && (
          <Button
            id={`appeal-${id}`}
            kind="s"
            label="不服，说说为什么"
            busy={letter.state === 'sending'}
            onClick={() => setAsking(true)}
          />
        )}
      </Card>
      {isAsking && (
        <WhySheet
          id="appeal-sheet"
          title="说说为什么"
          reasons={[]}
          label="换个人再看"
          note="换一个审核员看，3 个工作日内回您"
          onReason={appeal}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  )
}
