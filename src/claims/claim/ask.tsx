/** One of the questions in the middle of the form; it needs no signal. */
import { useOnline } from '../../cloud/letters'
import { Screen } from '../../ui'
import { askings } from './asking'
import { QuestionBody, titleOf } from './question'
import { Restart } from './restart'
import { SentBack } from './sent-back'
import { useClaimDraft, useKeptForm } from './use-form'

export default function AskPage() {
  const isOnline = useOnline()
  const { name, at, isMending } = useClaimDraft()
  const form = useKeptForm(name)
  const asking = form && askings(form).find(({ id }) => id === at)
  if (!asking) return <Restart title="领补贴" />
  return (
    <Screen title={titleOf(asking)} online={isOnline}>
      {isMending && <SentBack form={form} />}
      <QuestionBody form={form} asking={asking} />
    </Screen>
  )
}
