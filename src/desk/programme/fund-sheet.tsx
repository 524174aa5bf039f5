/** More money for a programme, or less: never below what is paid and promised. */
import { useState } from 'react'
import type { DeskProgrammeWhole } from '../../../domain/claim/views-desk'
import { figures, parseYuan, sum, yuan } from '../../../domain/kernel/money'
import { useDeed } from '../../cloud/deed'
import { Field } from '../../ui'
import { claims } from '../parts/claims-api'
import { ReasonSheet } from '../parts/reason-sheet'

type Props = {
  readonly programme: DeskProgrammeWhole
  readonly label: string
  readonly onDone: () => void
  readonly onClose: () => void
}

const reasons = ['领的人比想的多', '上面加了钱', '上面减了钱']

export function FundSheet({ programme: { row, details }, label, onDone, onClose }: Props) {
  const deed = useDeed()
  const [typed, setTyped] = useState(() => figures(details.budgetFen))
  const [mistake, setMistake] = useState<string>()
  const { id, version, title, books } = row
  const spoken = books ? sum([books.reservedFen, books.paidFen]) : undefined
  const send = (reason: string) => {
    const budgetFen = parseYuan(typed)
    if (budgetFen === undefined) return setMistake('写多少元，像 50000')
    if (budgetFen === details.budgetFen) return setMistake('跟现在一样，写个新的数')
    if (spoken !== undefined && budgetFen < spoken) return setMistake(`最少 ${yuan(spoken)}，已经打出去和答应了的`)
    const asked = { id, version, action: 'fund' as const, budgetFen, reason }
    void deed.run(async (requestId) => {
      await claims.actProgramme({ requestId, ...asked })
      onDone()
    }, asked)
  }
  return (
    <ReasonSheet
      id="fund-sheet"
      title={`${label}：${title}`}
      reasons={reasons}
      first={
        <Field
          id="budget"
          label="改成一共多少元"
          hint={`现在一共 ${yuan(details.budgetFen)}${books ? `，还能用 ${yuan(books.freeFen)}` : ''}`}
          kind="text"
          value={typed}
          error={mistake}
          onChange={(next) => {
            setTyped(next)
            setMistake(undefined)
          }}
        />
      }
      label={label}
      isBusy={deed.isBusy}
      error={deed.error}
      onReason={send}
      onReload={onDone}
      onClose={onClose}
    />
  )
}
