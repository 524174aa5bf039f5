/** Under a public text: somebody who finds it wrong says so, and a reviewer looks. */
import { useState } from 'react'
import { postings } from '../../cloud/apis'
import { useDeed } from '../../cloud/deed'
import { troubleOf } from '../../cloud/trouble'
import { Button, Notice } from '../../ui'
import { WhySheet } from '../mine/why-sheet'

export type Reporting = ReturnType<typeof useReport>

const reasons = ['看得出是谁', '要钱，或发广告', '骂人，或不合适', '说的不像真的'] as const

export const useReport = (postingId: string | undefined) => {
  const deed = useDeed()
  const [isAsking, setAsking] = useState(false)
  const [isSaid, setSaid] = useState(false)
  const send = (reason: string) => {
    setAsking(false)
    if (!postingId) return
    void deed
      .run(
        async (requestId) => {
          await postings.act({ requestId, id: postingId, version: 0, action: 'report', form: { reason } })
        },
        [postingId, reason],
      )
      .then((isDone) => setSaid(isDone))
  }
  return { deed, isAsking, isSaid, send, ask: () => setAsking(true), close: () => setAsking(false) }
}

type Props = {
  readonly report: Reporting
  /** Tells one public text from another on the same page. */
  readonly of?: string
  readonly what?: '这句话' | '这张照片'
}

export function ReportLine({ report: { deed, isSaid, ask }, of = '', what = '这句话' }: Props) {
  if (isSaid) return <Notice kind="ok" text="收下了，审核员会看。" />
  return (
    <>
      {deed.error && <Notice kind="wait" {...troubleOf(deed.error, ask)} />}
      <Button id={`report${of}`} kind="t" label={`${what}不合适，举报`} busy={deed.isBusy} onClick={ask} />
    </>
  )
}

/** Over the page and not inside what was reported. */
export function ReportSheet({ report: { isAsking, send, close } }: { readonly report: Reporting }) {
  if (!isAsking) return null
  return (
    <WhySheet
      id="report-sheet"
      title="哪里不合适"
      reasons={reasons}
      label="举报"
      note="审核员会看。写的人不知道是谁举报的"
      onReason={send}
      onClose={close}
    />
  )
}
