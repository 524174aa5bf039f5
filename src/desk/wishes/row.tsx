/** One wish in a list of the desk: by when, what, whose (masked) and where it goes. */
import { kindLine } from '../../../domain/wish/kinds'
import type { DeskWish } from '../../../domain/wish/views'
import { WorkRow } from '../../ui'
import { isLate, sayRowDue } from '../parts/due'
import { open } from '../parts/routes'
import { wordsOf } from './shelf'

type Props = { readonly row: DeskWish; readonly now: Date }

export function WishRow({ row, now }: Props) {
  const { id, kind, detail, state, maskedName, station, isTextChecked } = row
  const due = sayRowDue(row, now)
  return (
    <WorkRow
      id={`row-${id}`}
      due={due ? `${wordsOf(state)} · ${due}` : wordsOf(state)}
      name={kindLine(kind, detail)}
      what={[maskedName, station.name, isTextChecked ? '' : '话还在检查'].filter(Boolean).join(' · ')}
      late={isLate(row, now)}
      onClick={() => open('wish', { id })}
    />
  )
}
