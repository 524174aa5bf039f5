/** 谁报了我: employers that count this person for a subsidy of theirs, and a way to say that it is wrong. */
import { useState } from 'react'
import type { CountedLine } from '../../../domain/claim/views'
import { useAsk } from '../../cloud/ask'
import { goTo } from '../../cloud/go'
import { useLetter } from '../../cloud/letter'
import { newRequestId } from '../../cloud/random'
import { AskedPage } from '../../pages/worker/parts/asked-page'
import { LetterNotice } from '../../pages/worker/parts/letter-notice'
import { Button, Card, Empty, Row, StatusTag } from '../../ui'
import { WhySheet } from '../../wishes/mine/why-sheet'
import { claimApi, claims } from '../parts/api'
import { Objections, WORDS_SIGNS } from '../parts/objections'

const kept = { name: 'claims-counted', schema: claimApi.endpoints.counted.output }

export default function CountedPage() {
  const asked = useAsk(() => claims.counted({}), kept)
  const reload = () => void asked.reload()
  return (
    <AskedPage title="谁报了我" asked={asked}>
      {({ rows, mine }) => (
        <>
          <Objections mine={mine} />
          {rows.map((row) => (
            <CountedCard key={`${row.rowId}-${row.isObjected}`} row={row} onDone={reload} />
          ))}
          {rows.length === 0 && (
            <Empty
              id="none"
              title="没有单位报您"
              text="单位用您的名字领补贴，会告诉您，也写在这里。"
              action={{ label: '看能领什么', onClick: goTo('/claims/programmes/index') }}
            />
          )}
        </>
      )}
    </AskedPage>
  )
}

const wrongs = ['我没在这家上班', '这几个月我不在这家', '说的培训我没参加'] as const

function CountedCard({ row, onDone }: { readonly row: CountedLine; readonly onDone: () => void }) {
  const { rowId, claimId, employerName, programmeTitle, monthLabel, stateLabel, isObjected } = row
  const [isAsking, setAsking] = useState(false)
  const letter = useLetter(claimApi, 'object', onDone)
  const object = (words: string) => {
    setAsking(false)
    letter.send({ requestId: newRequestId(), claimId, rowId, words })
  }
  return (
    <>
      <Card id={`counted-${rowId}`} title={employerName}>
        <StatusTag state={isObjected ? 'wait' : 'plain'} text={isObjected ? '您说了不对，在查' : stateLabel} />
        <Row title={programmeTitle} note={[monthLabel, '用您的名字报的，钱给单位'].filter(Boolean).join('，')} />
        <LetterNotice letter={letter} again={onDone} />
        {!isObjected && letter.state !== 'waiting' && (
          <Button
            id={`object-${rowId}`}
            kind="s"
            label="不是我，或不对"
            busy={letter.state === 'sending'}
            onClick={() => setAsking(true)}
          />
        )}
      </Card>
      {isAsking && (
        <WhySheet
          id="object-sheet"
          title="哪里不对"
          reasons={wrongs}
          label="告诉审核员"
          note="审核员去查，10 个工作日内回您。单位看不到是谁说的"
          max={WORDS_SIGNS}
          onReason={object}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  )
}
