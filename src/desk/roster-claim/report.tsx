/** Row by row what came of a roster, masked: those that do not count first, with why. */
import { useEffect, useState } from 'react'
import type { RosterClaim, RosterRow } from '../../../domain/claim/views-desk'
import { yuan } from '../../../domain/kernel/money'
import { Button, Card, Row, Skeleton } from '../../ui'
import { Chips } from '../parts/chips'
import { DeedNotice } from '../parts/deed-notice'
import { useRows, type Which } from './rows'

type Props = { readonly claim: RosterClaim }

const isWhich = (name: string): name is Which => name === 'refused' || name === 'counted'

export function Report({ claim }: Props) {
  const { people, refused, can } = claim
  const [which, setWhich] = useState<Which>(refused > 0 && can.includes('submit') ? 'refused' : 'counted')
  return (
    <>
      <Chips
        id="which"
        label="看哪些"
        options={[
          { value: 'refused', text: `没算的 ${refused}` },
          { value: 'counted', text: `算了的 ${people}` },
        ]}
        value={which}
        onChange={(next) => isWhich(next) && setWhich(next)}
      />
      <Rows key={`${which}:${claim.version}`} claim={claim} which={which} />
    </>
  )
}

const titleOf = (which: Which, { can }: RosterClaim): string => {
  if (which === 'counted') return '算了的'
  return can.includes('reread') ? '没算的，改了再传一次' : '没算的'
}

function Rows({ claim, which }: Props & { readonly which: Which }) {
  const { id, parts, refused, people } = claim
  const { shown, hasMore, isBegun, more, deed } = useRows(id, parts, which)
  const [begin] = useState(() => more)
  useEffect(() => {
    void begin()
  }, [begin])
  const again = () => void more()
  if (!isBegun && !deed.error) return <Skeleton />
  const all = which === 'refused' ? refused : people
  return (
    <>
      <Card id="report" title={titleOf(which, claim)}>
        {isBegun && all === 0 && '一个也没有。'}
        {shown.map((row) => (
          <Line key={row.row} row={row} />
        ))}
      </Card>
      <DeedNotice deed={deed} again={again} />
      {hasMore && shown.length < all && (
        <Button id="more-rows" kind="q" label="再看 20 行" busy={deed.isBusy} onClick={again} />
      )}
    </>
  )
}

function Line({
  row: { row, maskedName, maskedNumber, isCounted, amountFen, problem, isObjected },
}: {
  row: RosterRow
}) {
  const note = [maskedNumber, isObjected ? '本人说不对' : '', problem].filter(Boolean).join(' · ')
  return (
    <Row
      id={`row-${row}`}
      {...(isCounted && !isObjected ? {} : { icon: 'mend' as const })}
      title={`第 ${row} 行 ${maskedName}`}
      note={note}
      value={isCounted ? yuan(amountFen) : '没算'}
    />
  )
}
