/** The rows of the roster: who, what, by when; the mark of a late one in words. */
import { stays, trades } from '../../../domain/worker/choices'
import type { RosterRow } from '../../../domain/worker/views'
import { Wrong } from '../../pages/worker/parts/asked-page'
import { Button, Card, Empty, Skeleton, WorkRow } from '../../ui'
import { isLate, sayRowDue } from '../parts/due'
import { open } from '../parts/routes'
import type { Question } from './shelf'
import { useRoster } from './use-roster'

type Props = { readonly question: Question; readonly onClear: () => void }

export function List({ question, onClear }: Props) {
  const { rows, hasMore, error, isBusy, reload, more } = useRoster(question)
  if (!rows) return error ? <Wrong failure={error} again={reload} /> : <Skeleton />
  if (rows.length === 0) return <NobodyHere question={question} onClear={onClear} />
  const now = new Date()
  return (
    <>
      <Card>
        {rows.map((row) => (
          <PersonRow key={row.id} row={row} now={now} />
        ))}
      </Card>
      {error && <Wrong failure={error} again={more} />}
      {hasMore && <Button id="more" kind="q" label="再看 20 个" busy={isBusy} onClick={more} />}
    </>
  )
}

const factsOf = ({ isMinor, trade, stay, maskedNumber }: RosterRow): string =>
  [isMinor ? '未满 18 岁' : '', trades[trade].label, stays[stay].label, `尾号 ${maskedNumber.slice(-4)}`]
    .filter(Boolean)
    .join(' · ')

function PersonRow({ row, now }: { row: RosterRow; now: Date }) {
  const due = sayRowDue(row, now)
  return (
    <WorkRow
      id={`row-${row.id}`}
      name={row.maskedName}
      what={factsOf(row)}
      due={due ? `${row.stateLabel} · ${due}` : row.stateLabel}
      late={isLate(row, now)}
      onClick={() => open('person', { id: row.id })}
    />
  )
}

function NobodyHere({ question, onClear }: Props) {
  const isNarrow = question.search !== undefined || Object.keys(question.filter).length > 0
  return isNarrow ? (
    <Empty
      id="nobody"
      title="没有这样的人"
      text="只能查全名或证件末 4 位。换一个词，或放宽条件。"
      action={{ label: '看全部', onClick: onClear }}
    />
  ) : (
    <Empty id="nobody" title="还没有人登记" text="把海报贴出去，有人扫码，这里就有。" />
  )
}
