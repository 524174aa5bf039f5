/** Sends a claim back: which parts, why, and how the claimant will read it. */
import { useState } from 'react'
import type { DeskClaimWhole } from '../../../domain/claim/views-desk'
import { Choice } from '../../ui'
import { nameOf } from '../claims/row'
import { ReasonSheet } from '../parts/reason-sheet'
import { labelOf, previewOf, reasonsFor, type SentDeed } from './deeds'
import { reasonIn, type SheetProps } from './sheet'

type Props = SheetProps & { readonly parts: DeskClaimWhole['parts']; readonly tried: SentDeed | undefined }

const partsIn = (tried: SentDeed | undefined): readonly string[] => (tried?.action === 'return' ? tried.form.parts : [])

export function ReturnSheet({ row, parts, tried, isBusy, error, onSend, onClose }: Props) {
  const [chosen, setChosen] = useState(() => partsIn(tried))
  const [mistake, setMistake] = useState<string>()
  const labels = parts.filter(({ part }) => chosen.includes(part)).map(({ label }) => label)
  const send = (reason: string) => {
    if (chosen.length === 0) return setMistake('要改哪里，至少选一处')
    onSend({ action: 'return', form: { reason, parts: [...chosen] } })
  }
  return (
    <ReasonSheet
      id="why"
      title={`${labelOf('return')}：${nameOf(row)}`}
      reasons={reasonsFor.return}
      label={labelOf('return')}
      isBusy={isBusy}
      error={error}
      preview={previewOf('return', row, new Date(), labels)}
      starts={reasonIn(tried, 'return')}
      onReason={send}
      onClose={onClose}
      first={
        <Choice
          id="parts"
          label="要改哪里"
          hint="只有选了的要重交"
          many
          options={parts.map(({ part, label }) => ({ value: part, text: label }))}
          value={chosen}
          error={mistake}
          onChange={(next) => {
            setChosen(next)
            setMistake(undefined)
          }}
        />
      }
    />
  )
}
