/** Under a public text: somebody who finds it wrong says so, and a reviewer looks. */
import { useState } from 'react'
import { postings } from '../../cloud/apis'
import { useDeed } from '../../cloud/deed'
import { troubleOf } from '../../cloud/trouble'
import { Button, Notice } from '../../ui'

export type Reporting = ReturnType<typeof useReport>

export const reportReasons = ['看得出是谁', '要钱，或发广告', '骂人，或不合适', '说的不像真的'] as const

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

export function ReportLine({ report: { deed, isSaid, ask } }: { readonly report: Reporting }) {
  if (isSaid) return <Notice kind="ok" text="收下了，审核员会看。" />
  return (
    <>
      {deed.error && <Notice kind="wait" {...troubleOf(deed.error, ask)} />}
      <Button id="report" kind="t" label="这句话不合适，举报" busy={deed.isBusy} onClick={ask} />
    </>
  )
}
