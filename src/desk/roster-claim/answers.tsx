/** What an employer answers about a claim that was decided: the money came or not, or the decision is contested. */
import { useState } from 'react'
import { claimMachine } from '../../../domain/claim/machine'
import type { RosterClaim } from '../../../domain/claim/views-desk'
import { useDeed } from '../../cloud/deed'
import { BottomBar, Button } from '../../ui'
import { claims } from '../parts/claims-api'
import { DeedNotice } from '../parts/deed-notice'
import { ReasonSheet } from '../parts/reason-sheet'

type Props = { readonly claim: RosterClaim; readonly onDone: () => void }

const { confirm, miss, appeal } = claimMachine.actions
const plain = [
  { action: 'miss', label: miss.label, kind: 'q' },
  { action: 'confirm', label: confirm.label, kind: 'p' },
] as const
type Plain = (typeof plain)[number]['action']
const contesting = ['名册上的人都在岗', '照片和表都对得上', '算的数不对']

export function Answers({ claim, onDone }: Props) {
  const { id, version, can } = claim
  const deed = useDeed()
  const [tried, setTried] = useState<Plain>()
  const [isContesting, setContesting] = useState(false)
  const say = (action: Plain) => {
    setTried(action)
    void deed.run(
      async (requestId) => {
        await claims.act({ requestId, id, version, action, form: {} })
        onDone()
      },
      [id, version, action],
    )
  }
  const contest = (reason: string) =>
    void deed.run(
      async (requestId) => {
        await claims.act({ requestId, id, version, action: 'appeal', form: { reason } })
        onDone()
      },
      [id, version, reason],
    )
  const deeds = plain.filter(({ action }) => can.includes(action))
  if (deeds.length === 0 && !can.includes('appeal')) return null
  return (
    <>
      {!isContesting && tried && <DeedNotice deed={deed} again={() => say(tried)} reload={onDone} />}
      <BottomBar>
        {deeds.map(({ action, label, kind }) => (
          <Button key={action} id={action} kind={kind} label={label} busy={deed.isBusy} onClick={() => say(action)} />
        ))}
        {can.includes('appeal') && (
          <Button id="appeal" kind="q" label={appeal.label} onClick={() => setContesting(true)} />
        )}
      </BottomBar>
      {isContesting && (
        <ReasonSheet
          id="appeal-sheet"
          title={appeal.label}
          reasons={contesting}
          label={appeal.label}
          isBusy={deed.isBusy}
          error={deed.error}
          note="换一个人看，不是上次那个人。"
          onReason={contest}
          onReload={onDone}
          onClose={() => {
            deed.forget()
            setContesting(false)
          }}
        />
      )}
    </>
  )
}
