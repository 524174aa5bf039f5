/** The whole form once more, then the one tap that hands it in; without a signal it is kept here with its pictures and sent by itself, once. */
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { useLetter } from '../../cloud/letter'
import { useOnline } from '../../cloud/letters'
import { newRequestId } from '../../cloud/random'
import { askForNotices } from '../../cloud/subscribe'
import { BottomBar, Button, Card, ErrorSummary, Row, Screen } from '../../ui'
import { claimApi } from '../parts/api'
import { isSentBack } from './asking'
import type { Form } from './form'
import { Kept, Refused } from './outcome'
import { Restart } from './restart'
import { checkRows } from './rows'
import { inputOf, type Mistakes, mistakesIn, refusedAt } from './sending'
import { SentBack } from './sent-back'
import { useClaimDraft, useKeptForm } from './use-form'

const PROMISE = '说的都是真的：写错能改，造假要退钱'

export default function CheckPage() {
  const { name } = useClaimDraft()
  const form = useKeptForm(name)
  return form ? <Checked form={form} /> : <Restart title="看一遍" />
}

/** Nothing to go back to: what led here is done. */
const goStanding =
  ({ programme, claim }: Form, period: string) =>
  (): void =>
    void Taro.reLaunch({
      url: claim
        ? `/claims/mine/claim?id=${claim.id}&sent=1`
        : `/claims/mine/claim?programme=${programme.id}&period=${period}&sent=1`,
    })

function Checked({ form }: { readonly form: Form }) {
  const isOnline = useOnline()
  const { draft, answers, urlOf } = useClaimDraft()
  const [missing, setMissing] = useState<Mistakes>({})
  const [period, setPeriod] = useState<string>(() => inputOf(form, answers).period)
  const letter = useLetter(claimApi, 'submit', goStanding(form, period), { draft: draft.name, resumes: true })
  const handIn = () => {
    void askForNotices()
    const now = draft.read()
    const wrong = mistakesIn(form, now)
    setMissing(wrong)
    if (Object.keys(wrong).length > 0) return
    const input = inputOf(form, now)
    setPeriod(input.period)
    letter.send({ requestId: newRequestId(), ...input })
  }
  if (letter.state === 'waiting') return <Kept isOnline={isOnline} error={letter.error} />
  const mistakes: Mistakes = { ...refusedAt(form, letter.error), ...missing }
  const items = Object.entries(mistakes).map(([fieldId, text]) => ({ fieldId, text }))
  return (
    <Screen
      title="看一遍"
      online={isOnline}
      bottom={
        <BottomBar note={PROMISE}>
          <Button
            id="hand-in"
            kind="p"
            label={isSentBack(form) ? '改好了，交上去' : '交上去'}
            busy={letter.state === 'sending'}
            onClick={handIn}
          />
        </BottomBar>
      }
    >
      {items.length > 0 && <ErrorSummary items={items} />}
      {items.length === 0 && <Refused error={letter.error} again={handIn} restart={urlOf('index')} />}
      <SentBack form={form} />
      <Card title={form.programme.title}>
        {checkRows(form, answers).map(({ id, title, value }) => (
          <Row
            key={id}
            id={id}
            title={title}
            value={value}
            error={mistakes[id]}
            go="改"
            onClick={() => void Taro.navigateTo({ url: urlOf('ask', `&at=${id}&mend=1`) })}
          />
        ))}
      </Card>
    </Screen>
  )
}
