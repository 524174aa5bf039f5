/** The people an employer claims for, part by part: whoever is in doubt comes first, and may be taken off. */
import { useState } from 'react'
import type { DeskClaimWhole, RosterRow } from '../../../domain/claim/views-desk'
import { yuan } from '../../../domain/kernel/money'
import { useAsk } from '../../cloud/ask'
import { useDeed } from '../../cloud/deed'
import { Wrong } from '../../pages/worker/parts/asked-page'
import { Button, Card, Row, Skeleton } from '../../ui'
import { claims } from '../parts/claims-api'
import { ReasonSheet } from '../parts/reason-sheet'
import { reasonsFor } from './deeds'
import { send } from './send'

type Props = { readonly claim: DeskClaimWhole; readonly onChanged: () => void }

const STRIKE = 'strike'
/** So many are drawn at once as an old phone bears. */
const ROWS = 15

/** Objected to, then not counted, then the rest as they stand in the sheet. */
const weightOf = ({ isObjected, problem }: RosterRow): number => (isObjected ? 0 : problem ? 1 : 2)

export function Roster({ claim, onChanged }: Props) {
  const { row, rosterParts } = claim
  const [part, setPart] = useState(0)
  const [striking, setStriking] = useState<RosterRow>()
  const asked = useAsk(() => claims.rosterPart({ id: row.id, part }), undefined, `${part}`)
  const where = rosterParts > 1 ? `，第 ${part + 1} 份，共 ${rosterParts} 份` : ''
  return (
    <>
      <Card id="roster" title={`名册 ${row.people} 人${where}`}>
        {asked.state === 'loading' && <Skeleton />}
        {asked.state === 'error' && <Wrong failure={asked.error} again={() => void asked.reload()} />}
        {asked.state === 'ready' && <Rows key={part} claim={row} rows={asked.data.rows} onStrike={setStriking} />}
      </Card>
      {part + 1 < rosterParts && (
        <Button id="next-part" kind="q" label={`看第 ${part + 2} 份`} onClick={() => setPart(part + 1)} />
      )}
      {part > 0 && <Button id="first-part" kind="q" label="从第 1 份看起" onClick={() => setPart(0)} />}
      {striking && (
        <StrikeSheet
          claim={row}
          person={striking}
          onClose={() => setStriking(undefined)}
          onDone={() => {
            setStriking(undefined)
            onChanged()
          }}
        />
      )}
    </>
  )
}

type RowsProps = {
  readonly claim: DeskClaimWhole['row']
  readonly rows: readonly RosterRow[]
  readonly onStrike: (person: RosterRow) => void
}

function Rows({ claim, rows, onStrike }: RowsProps) {
  const [shown, setShown] = useState(ROWS)
  const sorted = [...rows].sort((a, b) => weightOf(a) - weightOf(b) || a.row - b.row)
  const mayStrike = claim.can.includes(STRIKE)
  return (
    <>
      {sorted.slice(0, shown).map((person) => (
        <Person key={person.row} person={person} onStrike={mayStrike && person.rowId ? onStrike : undefined} />
      ))}
      {shown < sorted.length && (
        <Button id="more-people" kind="q" label={`再看 ${ROWS} 人`} onClick={() => setShown(shown + ROWS)} />
      )}
    </>
  )
}

type PersonProps = { readonly person: RosterRow; readonly onStrike: ((person: RosterRow) => void) | undefined }

function Person({ person, onStrike }: PersonProps) {
  const { row, maskedName, maskedNumber, isCounted, amountFen, problem, isObjected } = person
  const note = [`第 ${row} 行`, maskedNumber, isObjected ? '本人说不对' : '', problem].filter(Boolean).join(' · ')
  const strike = isCounted && onStrike ? { go: '去掉这个人', onClick: () => onStrike(person) } : {}
  return (
    <Row
      id={`person-${row}`}
      {...(isObjected || problem ? { icon: 'mend' as const } : {})}
      title={maskedName}
      note={note}
      value={isCounted ? yuan(amountFen) : '没算'}
      {...strike}
    />
  )
}

type StrikeProps = {
  readonly claim: DeskClaimWhole['row']
  readonly person: RosterRow
  readonly onClose: () => void
  readonly onDone: () => void
}

function StrikeSheet({ claim, person: { rowId, maskedName, amountFen }, onClose, onDone }: StrikeProps) {
  const deed = useDeed()
  const strike = (reason: string) => {
    if (!rowId) return
    void deed.run(
      async (requestId) => {
        await send(claim, { action: STRIKE, form: { rowId, reason } }, requestId)
        onDone()
      },
      [claim.id, claim.version, rowId, reason],
    )
  }
  return (
    <ReasonSheet
      id="strike"
      title={`去掉：${maskedName}`}
      reasons={reasonsFor.strike}
      label="去掉这个人"
      isBusy={deed.isBusy}
      error={deed.error}
      note={`这份少 1 人，少 ${yuan(amountFen)}。单位看得到原因。`}
      onReason={strike}
      onReload={onDone}
      onClose={onClose}
    />
  )
}
