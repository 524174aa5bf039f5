/** 能领什么: every open programme as you can, you cannot because, we need to know; what one can have is one tap away. */
import { useState } from 'react'
import { call, goTo } from '../../cloud/go'
import { goScan } from '../../cloud/go-scan'
import { BegunClaims } from '../../pages/home/begun-claims'
import { AskedPage } from '../../pages/worker/parts/asked-page'
import { Button, Card, Empty, Notice, Row } from '../../ui'
import { useProgrammes, type Whole } from '../parts/api'
import { ClaimLetters } from '../parts/claim-letters'
import { type Filter, Filters } from './filters'
import type { Judged } from './in-place'
import { OwnClaims } from './own-claims'
import { PaperSheet } from './paper-sheet'
import { Programme } from './programme-card'
import { SaidCard } from './said-card'
import { counted, groupOf, sorted } from './standing'

export default function ProgrammesPage() {
  const asked = useProgrammes()
  return (
    <AskedPage title="能领什么" asked={asked}>
      {(whole) => (
        <>
          <ClaimLetters onDelivered={asked.reload} />
          <BegunClaims />
          <OwnClaims claims={whole.claims} />
          <Open whole={whole} />
        </>
      )}
    </AskedPage>
  )
}

/** An answer given here counts until the list is read again. */
const useJudged = (whole: Whole) => {
  const [answered, setAnswered] = useState<{ readonly to: Whole; readonly judged: Judged }>()
  const { isRegistered, programmes } = answered?.to === whole ? answered.judged : whole
  return { isRegistered, programmes, onAnswered: (judged: Judged) => setAnswered({ to: whole, judged }) }
}

/** So many are drawn at once as an old phone bears. */
const AT_ONCE = 4

function Open({ whole }: { readonly whole: Whole }) {
  const { isRegistered, programmes, onAnswered } = useJudged(whole)
  const [only, setOnly] = useState<Filter>()
  const [most, setMost] = useState(AT_ONCE)
  const [turned, setTurned] = useState<string>()
  const [paperOf, setPaperOf] = useState<string>()
  const all = sorted(programmes)
  const chosen = only === undefined ? all : all.filter((one) => groupOf(one) === only)
  const open = turned ?? chosen[0]?.id
  const paper = programmes.find(({ id }) => id === paperOf)
  if (programmes.length === 0) return <Nothing />
  return (
    <>
      {isRegistered ? <Filters counts={counted(programmes)} chosen={only} onChange={setOnly} /> : <Unregistered />}
      {chosen.length === 0 && <Notice id="none-of-kind" kind="info" text="这一种现在没有" />}
      {chosen.slice(0, most).map((programme) => (
        <Programme
          key={programme.id}
          programme={programme}
          isRegistered={isRegistered}
          isOpen={programme.id === open}
          onTurn={() => setTurned(programme.id === open ? '' : programme.id)}
          onPaper={() => setPaperOf(programme.id)}
          onAnswered={onAnswered}
        />
      ))}
      {chosen.length > most && (
        <Button
          id="more"
          kind="q"
          label={`再看 ${Math.min(AT_ONCE, chosen.length - most)} 样`}
          onClick={() => setMost(most + AT_ONCE)}
        />
      )}
      <SaidCard onAnswered={onAnswered} />
      <Others />
      {paper && <PaperSheet programme={paper} onClose={() => setPaperOf(undefined)} />}
    </>
  )
}

function Unregistered() {
  return (
    <>
      <Notice id="unregistered" kind="info" text="登记了才能领。扫工地、宿舍门口的码，3 分钟" />
      <Button id="scan" kind="p" label="扫码登记" icon="scan" onClick={() => void goScan()} />
      <Card>
        <Row id="type-code" title="没有码？输编号" onClick={goTo('/pages/worker/code/index')} />
      </Card>
    </>
  )
}

function Others() {
  return (
    <Card>
      <Row
        id="counted-me"
        icon="desk"
        title="谁报了我"
        note="单位用您的名字领补贴，在这里看"
        onClick={goTo('/claims/counted/index')}
      />
    </Card>
  )
}

function Nothing() {
  return (
    <>
      <Empty
        id="none"
        title="现在没有开着的"
        text="开了，这里就看得到。急着问，打工会热线。"
        action={{ label: '打 12351 问', onClick: () => call('12351') }}
      />
      <Others />
    </>
  )
}
