/** Every rule of a programme with its own answer: where the fact came from, and what is against it or still needed. */
import type { ProgrammeCard, RuleAnswer } from '../../../domain/claim/views'
import { RuleRow } from '../../ui'

/** What stands against it is read first. */
const order = { no: 0, unknown: 1, yes: 2 } as const

const fromOf = ({ verdict, from, why }: RuleAnswer): string => (verdict === 'yes' ? from : (why ?? from))

export function Rules({ programme: { rules } }: { readonly programme: ProgrammeCard }) {
  const sorted = [...rules].sort((a, b) => order[a.verdict] - order[b.verdict])
  return (
    <>
      {sorted.map((rule) => (
        <RuleRow key={rule.text} verdict={rule.verdict} text={rule.text} from={fromOf(rule)} />
      ))}
    </>
  )
}
