/** Agrees to many at once: all of them shown with their sum before, and what came of each after. */
import { useState } from 'react'
import type { DeskClaim } from '../../../domain/claim/views-desk'
import { sum, yuan } from '../../../domain/kernel/money'
import { useDeed } from '../../cloud/deed'
import { Button, Card, Choice, Notice, Row, Sheet } from '../../ui'
import { claims } from '../parts/claims-api'
import { DeedNotice } from '../parts/deed-notice'
import { open } from '../parts/routes'
import { nameOf, whatOf } from './row'
import { dropFrom } from './shelf'

type Made = Awaited<ReturnType<typeof claims.approveMany>>

type Props = {
  readonly rows: readonly DeskClaim[]
  readonly onClose: () => void
  /** Something was agreed to: the list is another one now. */
  readonly onDone: () => void
}

const totalOf = (rows: readonly DeskClaim[]): string => yuan(sum(rows.map(({ amountFen }) => amountFen)))

export function ManySheet({ rows, onClose, onDone }: Props) {
  const deed = useDeed()
  const [all] = useState(rows)
  const [chosen, setChosen] = useState<readonly string[]>(() => rows.map(({ id }) => id))
  const [mistake, setMistake] = useState<string>()
  const [made, setMade] = useState<Made>()
  const taken = all.filter(({ id }) => chosen.includes(id))
  const approve = () => {
    if (taken.length === 0) return setMistake('一件也没选')
    const sent = taken.map(({ id, version }) => ({ id, version }))
    void deed.run(async (requestId) => {
      const answer = await claims.approveMany({ requestId, claims: sent })
      answer.approved.forEach(dropFrom)
      setMade(answer)
    }, sent)
  }
  if (made) return <CameOf rows={all} made={made} onDone={onDone} />
  const foot = (
    <>
      <DeedNotice deed={deed} again={approve} />
      <Button id="approve-many" kind="s" label={`同意这 ${taken.length} 件`} busy={deed.isBusy} onClick={approve} />
    </>
  )
  return (
    <Sheet id="many-sheet" title={`${taken.length} 件，共 ${totalOf(taken)}`} onClose={onClose} foot={foot}>
      <Choice
        id="many-rows"
        label="每条规定都过了，也没有标记"
        hint="想单独看的，点一下去掉"
        many
        options={all.map((row) => ({
          value: row.id,
          text: `${nameOf(row)} · ${yuan(row.amountFen)}`,
          hint: [whatOf(row), row.fact].filter(Boolean).join(' · '),
        }))}
        value={chosen}
        error={mistake}
        onChange={(next) => {
          setChosen(next)
          setMistake(undefined)
        }}
      />
    </Sheet>
  )
}

type CameOfProps = { readonly rows: readonly DeskClaim[]; readonly made: Made; readonly onDone: () => void }

function CameOf({ rows, made: { approved, refused }, onDone }: CameOfProps) {
  const done = rows.filter(({ id }) => approved.includes(id))
  const named = (id: string) => rows.find((row) => row.id === id)
  return (
    <Sheet
      id="many-sheet"
      title="办好了"
      onClose={onDone}
      foot={<Button id="many-done" kind="s" label="看剩下的" onClick={onDone} />}
    >
      <Notice kind={refused.length > 0 ? 'wait' : 'ok'} text={`同意了 ${done.length} 件，共 ${totalOf(done)}。`} />
      {refused.length > 0 && (
        <Card title={`${refused.length} 件没办成`}>
          {refused.map(({ id, text }) => {
            const row = named(id)
            return (
              <Row
                key={id}
                id={`refused-${id}`}
                title={row ? `${nameOf(row)} · ${yuan(row.amountFen)}` : id}
                note={text}
                go
                onClick={() => open('claim', { id })}
              />
            )
          })}
        </Card>
      )}
    </Sheet>
  )
}
