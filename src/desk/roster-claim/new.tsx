/** A roster is begun: which programme, which month, then the sheet; the cloud reads it into a claim of its own. */
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { ONCE } from '../../../domain/claim/programme'
import type { Scope } from '../../../domain/kernel/roles'
import { onOf } from '../../../domain/kernel/time'
import { useAsk } from '../../cloud/ask'
import { draftOf } from '../../cloud/phone-storage'
import { BottomBar, Button, Card, Choice, Empty, Notice, Row, Steps } from '../../ui'
import { claims } from '../parts/claims-api'
import { DeskPage } from '../parts/desk-page'
import { goBack } from '../parts/routes'
import { SheetStep } from './sheet-step'
import { openOne, scopeIn } from './way'

type Offered = Awaited<ReturnType<typeof claims.employerProgrammes>>['programmes'][number]

const blank = { programmeId: '', month: '' }
const back = { label: '回去', onClick: () => goBack('roster-claim') }

export default function NewRosterPage() {
  const scope = scopeIn(useRouter().params)
  const asked = useAsk(async () => (scope ? claims.employerProgrammes({ scope }) : { programmes: [] }))
  return (
    <DeskPage title="传名册" asked={asked}>
      {({ programmes }) =>
        !scope || programmes.length === 0 ? (
          <Empty id="none-open" title="现在没有单位能领的" text="开了会在这里。急的话，打 12333 问。" action={back} />
        ) : (
          <Choosing scope={scope} programmes={programmes} />
        )
      }
    </DeskPage>
  )
}

type Props = { readonly scope: Scope; readonly programmes: readonly Offered[] }

const optionsOf = (programmes: readonly Offered[]) =>
  programmes.map(({ programme: { id, title, amountWords, closesWords } }) => ({
    value: id,
    text: title,
    hint: `${amountWords}，${closesWords}`,
  }))

/** Not asked for yet, and not still to come. */
const freeIn = ({ programme: { periods } }: Offered, thisMonth: string) =>
  periods
    .filter(({ period, claimId }) => claimId === undefined && (period === ONCE || period <= thisMonth))
    .map(({ period, label }) => ({ value: period, text: label || '就这一回' }))

type Mistakes = { readonly programmeId?: string; readonly month?: string }

const useChoice = (programmes: readonly Offered[]) => {
  const [draft] = useState(() => draftOf('roster-new', blank))
  const [answers, setAnswers] = useState(draft.read)
  const [mistakes, setMistakes] = useState<Mistakes>({})
  const offered = programmes.find(({ programme }) => programme.id === answers.programmeId)
  const free = offered ? freeIn(offered, onOf(new Date()).slice(0, 7)) : []
  const only = free.length === 1 ? free[0]?.value : undefined
  const month = only ?? free.find(({ value }) => value === answers.month)?.value
  const answer = (next: Partial<typeof blank>) => {
    setAnswers(draft.keep(next))
    setMistakes({})
  }
  const check = (): boolean => {
    const isWrong = !offered || month === undefined
    if (isWrong) setMistakes(offered ? { month: '哪个月，选一个' } : { programmeId: '领哪一样，选一个' })
    return !isWrong
  }
  return { programmeId: answers.programmeId, offered, free, month, mistakes, answer, check }
}

function Choosing({ scope, programmes }: Props) {
  const { programmeId, offered, free, month, mistakes, answer, check } = useChoice(programmes)
  const [isAtSheet, setAtSheet] = useState(false)
  if (offered && month !== undefined && isAtSheet)
    return <SheetStep scope={scope} offered={offered} month={month} onBack={() => setAtSheet(false)} />
  return (
    <>
      <Steps now={1} of={2} />
      <Choice
        id="programme"
        label="领哪一样"
        options={optionsOf(programmes)}
        value={programmeId}
        error={mistakes.programmeId}
        onChange={(chosen) => answer({ programmeId: chosen, month: '' })}
      />
      {free.length > 1 && (
        <Choice
          id="month"
          label="哪个月的"
          options={free}
          value={month ?? ''}
          error={mistakes.month}
          onChange={(chosen) => answer({ month: chosen })}
        />
      )}
      {offered && free.length === 0 && <Notice id="none-free" kind="wait" text="能传的都传过了。要改，打开那一份。" />}
      {offered && <Conditions offered={offered} />}
      {offered && <Used scope={scope} offered={offered} />}
      <BottomBar>
        <Button id="go-on" kind="p" label="下一步" onClick={() => setAtSheet(check())} />
      </BottomBar>
    </>
  )
}

function Conditions({ offered: { programme } }: { readonly offered: Offered }) {
  const { rules } = programme
  return (
    <Card id="conditions" title="每个人都要合">
      {rules.length === 0 && '没有条件。'}
      {rules.map(({ text, source }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a condition is known by its place in the list
        <Row key={at} title={`${at + 1}. ${text}`} note={source && `${source.title}${source.article}`} />
      ))}
    </Card>
  )
}

/** A month is asked for once: what was handed in for it is mended there. */
function Used({ scope, offered: { programme } }: { readonly scope: Props['scope']; readonly offered: Offered }) {
  const used = programme.periods.filter(({ claimId }) => claimId !== undefined)
  if (used.length === 0) return null
  return (
    <Card id="used" title="传过的">
      {used.map(({ period, label, stateLabel, claimId = '' }) => (
        <Row
          key={period}
          id={`used-${period}`}
          title={label || programme.title}
          value={stateLabel}
          onClick={() => openOne(scope, claimId)}
        />
      ))}
    </Card>
  )
}
