/** A roster is begun: which programme, which month, then the sheet; the cloud reads it into a claim of its own. */
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useAsk } from '../../cloud/ask'
import { draftOf } from '../../cloud/phone-storage'
import { BottomBar, Button, Card, Choice, Empty, Row, Steps } from '../../ui'
import { claims } from '../parts/claims-api'
import { DeskPage } from '../parts/desk-page'
import { goBack } from '../parts/routes'
import { SheetStep } from './sheet-step'
import { scopeIn } from './way'

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

type Props = { readonly scope: NonNullable<ReturnType<typeof scopeIn>>; readonly programmes: readonly Offered[] }

const optionsOf = (programmes: readonly Offered[]) =>
  programmes.map(({ programme: { id, title, amountWords, closesWords } }) => ({
    value: id,
    text: title,
    hint: `${amountWords}，${closesWords}`,
  }))

const monthsOf = ({ programme: { periods } }: Offered) =>
  periods.map(({ period, label, stateLabel }) => ({
    value: period,
    text: label || '就这一回',
    ...(stateLabel ? { hint: `这个月传过了：${stateLabel}` } : {}),
  }))

function Choosing({ scope, programmes }: Props) {
  const [draft] = useState(() => draftOf('roster-new', blank))
  const [answers, setAnswers] = useState(draft.read)
  const [isAtSheet, setAtSheet] = useState(false)
  const [mistakes, setMistakes] = useState<{ readonly programmeId?: string; readonly month?: string }>({})
  const offered = programmes.find(({ programme }) => programme.id === answers.programmeId)
  const months = offered ? monthsOf(offered) : []
  const month = months.length === 1 ? (months[0]?.value ?? '') : answers.month
  const answer = (next: Partial<typeof blank>) => {
    setAnswers(draft.keep(next))
    setMistakes({})
  }
  if (offered && isAtSheet)
    return <SheetStep scope={scope} offered={offered} month={month} onBack={() => setAtSheet(false)} />
  const goOn = () => {
    if (!offered) return setMistakes({ programmeId: '领哪一样，选一个' })
    if (months.every(({ value }) => value !== month)) return setMistakes({ month: '哪个月，选一个' })
    setAtSheet(true)
  }
  return (
    <>
      <Steps now={1} of={2} />
      <Choice
        id="programme"
        label="领哪一样"
        options={optionsOf(programmes)}
        value={answers.programmeId}
        error={mistakes.programmeId}
        onChange={(programmeId) => answer({ programmeId, month: '' })}
      />
      {months.length > 1 && (
        <Choice
          id="month"
          label="哪个月的"
          options={months}
          value={month}
          error={mistakes.month}
          onChange={(chosen) => answer({ month: chosen })}
        />
      )}
      {offered && <Conditions offered={offered} />}
      <BottomBar>
        <Button id="go-on" kind="p" label="下一步" onClick={goOn} />
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
