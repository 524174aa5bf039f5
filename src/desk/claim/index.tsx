/** One claim before the desk: facts left to read, the decision under the thumb. */
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { DeskClaimWhole } from '../../../domain/claim/views-desk'
import { useAsk } from '../../cloud/ask'
import { Notice } from '../../ui'
import { claims } from '../parts/claims-api'
import { DeskPage } from '../parts/desk-page'
import { History } from '../parts/history'
import { open, textOf } from '../parts/routes'
import { DeedBar } from './deed-bar'
import { lastDone } from './done'
import { Facts, Marks, Money, Rules } from './facts'
import { Head } from './head'
import { Pictures } from './pictures'
import { Roster } from './roster'

export default function ClaimPage() {
  const { params } = useRouter()
  const id = textOf(params.id)
  const asked = useAsk(() => claims.get({ id }))
  const onChanged = () => void asked.reload()
  return (
    <DeskPage
      title="一份申领"
      asked={asked}
      bottom={({ claim }) => (
        <DeedBar key={`${claim.row.id}:${claim.row.version}`} claim={claim} onChanged={onChanged} />
      )}
    >
      {({ claim }) => <Claim claim={claim} onChanged={onChanged} />}
    </DeskPage>
  )
}

function Claim({ claim, onChanged }: { readonly claim: DeskClaimWhole; readonly onChanged: () => void }) {
  const { row, whyNot, evidence, rosterParts, timeline } = claim
  return (
    <>
      <Before id={row.id} />
      {whyNot && <Notice id="why-not" kind="info" text={`${whyNot}。`} />}
      <Together can={row.can} />
      <Head claim={claim} onChanged={onChanged} />
      <Marks claim={claim} />
      <Rules claim={claim} />
      <Money claim={claim} />
      <Facts claim={claim} />
      <Pictures evidence={evidence} />
      {rosterParts > 0 && <Roster key={row.version} claim={claim} onChanged={onChanged} />}
      <History timeline={timeline} />
    </>
  )
}

/** What is done to many at once and not from here: in words, with the way there. */
const together = { batch: '这份放进一批，一起打。', pay: '在批里，等银行的结果。' } as const

function Together({ can }: Pick<DeskClaimWhole['row'], 'can'>) {
  const text = can.includes('batch') ? together.batch : can.includes('pay') ? together.pay : undefined
  if (!text) return null
  const action = { label: '去看要打的', onClick: () => open('batches') }
  return <Notice id="together" kind="info" text={text} action={action} />
}

/** The claim decided just before: a slip is seen at once. */
function Before({ id }: { readonly id: string }) {
  const [before, setBefore] = useState(lastDone)
  if (!before || before.id === id) return null
  const look = () => {
    setBefore(undefined)
    open('claim', { id: before.id })
  }
  return (
    <Notice
      id="before"
      kind="ok"
      text={`${before.name}：${before.says}`}
      action={{ label: '点错了？回去看', onClick: look }}
    />
  )
}
