/** The form of one programme begins here, or goes on where it was left; whoever cannot claim is told so at once. */
import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { useAsk } from '../../cloud/ask'
import { goTo } from '../../cloud/go'
import { AskedPage } from '../../pages/worker/parts/asked-page'
import { NoCard } from '../../pages/worker/parts/no-card'
import { Empty } from '../../ui'
import { askings, freePeriods } from './asking'
import type { Form } from './form'
import { keptAs, loadForm } from './kept'
import { QuestionBody } from './question'
import { firstOpen } from './reading'
import { SentBack } from './sent-back'
import { useClaimDraft } from './use-form'

export default function ClaimPage() {
  const { programmeId, claimId, name } = useClaimDraft()
  const asked = useAsk(() => loadForm(programmeId, claimId), keptAs(name))
  return (
    <AskedPage title="领补贴" asked={asked}>
      {(form) => <Begun form={form} />}
    </AskedPage>
  )
}

const goProgrammes = goTo('/claims/programmes/index')

/** Whoever mends or goes on with a claim holds its place already. */
function Begun({ form }: { readonly form: Form }) {
  const { isRegistered, programme, claim } = form
  if (!isRegistered) return <NoCard />
  if (claim) return <Asked form={form} />
  if (programme.verdict === 'no')
    return (
      <Empty
        id="no"
        title="这次领不了"
        text="是哪一条，能领什么那一页写着。登记错了可以改。"
        action={{ label: '看看是哪一条', onClick: goProgrammes }}
      />
    )
  if (freePeriods(form).length === 0)
    return (
      <Empty
        id="claimed"
        title="这一样您交过了"
        text="办到哪了，在我的申领里看。"
        action={{ label: '看我的申领', onClick: goTo('/claims/mine/index') }}
      />
    )
  return <Asked form={form} />
}

function Asked({ form }: { readonly form: Form }) {
  const { answers, urlOf } = useClaimDraft()
  const [first] = useState(() => firstOpen(askings(form), answers))
  useEffect(() => {
    if (!first) void Taro.redirectTo({ url: urlOf('check') })
  }, [first, urlOf])
  if (!first) return null
  return (
    <>
      <SentBack form={form} />
      <QuestionBody form={form} asking={first} />
    </>
  )
}
