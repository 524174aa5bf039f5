/** Under a public text: somebody who finds it wrong says so, and a reviewer looks. */
import { useState } from 'react'
import { postings } from '../../cloud/apis'
import { useDeed } from '../../cloud/deed'
import { troubleOf } from '../../cloud/trouble'
import { Button, Notice } from '../../ui'
import { WhySheet } from '../mine/why-sheet'

export type Reporting = ReturnType<typeof useReport>

const reasons = ['看得出是谁', '要钱，或发广告', '骂人，或不合适', '说的不像真的'] as const

/** For all the public texts of a page: one is asked about at a time. */
export const useReport = () => {
  const deed = useDeed()
  const [asking, setAsking] = useState<string>()
  const [latest, setLatest] = useState<string>()
  const [said, setSaid] = useState<readonly string[]>([])
  const send = (reason: string) => {
    setAsking(undefined)
    if (!asking) return
    setLatest(asking)
    void deed
      .run(
        async (requestId) => {
          await postings.act({ requestId, id: asking, version: 0, action: 'report', form: { reason } })
        },
        [asking, reason],
      )
      .then((isDone) => isDone && setSaid([...said, asking]))
  }
  return { deed, asking, latest, said, send, ask: setAsking, close: () => setAsking(undefined) }
}

type Props = { readonly report: Reporting; readonly of: string; readonly what?: '这句话' | '这张照片' }

export function ReportLine({ report: { deed, latest, said, ask }, of, what = '这句话' }: Props) {
  if (said.includes(of)) return <Notice kind="ok" text="收下了，审核员会看。" />
  const isLatest = latest === of
  return (
    <>
      {isLatest && deed.error && <Notice kind="wait" {...troubleOf(deed.error, () => ask(of))} />}
      <Button
        id={`report-${of}`}
        kind="t"
        label={`${what}不合适，举报`}
        busy={isLatest && deed.isBusy}
        onClick={() => ask(of)}
      />
    </>
  )
}

/** Over the page and not inside what was reported. */
export function ReportSheet({ report: { asking, send, close } }: { readonly report: Reporting }) {
  if (!asking) return null
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
