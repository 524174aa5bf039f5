/** What this worker is entitled to, every rule with its answer and the document it comes from. */
import { useState } from 'react'
import type { WorkerCard } from '../../../../domain/worker/views'
import { goTo } from '../../../cloud/go'
import { Button, Card, Row, RuleRow } from '../../../ui'

type Rows = WorkerCard['entitlements']

const order = { yes: 0, unknown: 1, no: 2 } as const
const FIRST = 3

export function Entitlements({ rows }: { rows: Rows }) {
  const [isWhole, setWhole] = useState(false)
  const sorted = [...rows].sort((a, b) => order[a.verdict] - order[b.verdict])
  const shown = isWhole ? sorted : sorted.slice(0, FIRST)
  const count = rows.filter(({ verdict }) => verdict === 'yes').length
  return (
    <Card id="entitlements" title={`能领、能用的 ${count} 样`}>
      {shown.map((row) => (
        <Entitled key={row.id} row={row} />
      ))}
      {!isWhole && rows.length > FIRST && (
        <Button id="all-entitlements" kind="q" label={`看全部 ${rows.length} 样`} onClick={() => setWhole(true)} />
      )}
      <Row
        id="programmes"
        icon="gift"
        title="看补贴和礼包"
        note="能领哪样、为什么，都写着"
        onClick={goTo('/claims/programmes/index')}
      />
    </Card>
  )
}

function Entitled({ row }: { row: Rows[number] }) {
  return (
    <>
      <RuleRow verdict={row.verdict} text={`${row.title}：${row.what}`} from={row.how} source={row.source} />
      {row.rules
        .filter(({ verdict }) => verdict !== 'yes')
        .map((rule) => (
          <RuleRow key={rule.text} verdict={rule.verdict} text={`要${rule.text}`} />
        ))}
    </>
  )
}
