/** What an employer may claim from: each open programme with its rules, its months and the columns a roster needs. */

import { rosterColumns } from '../../domain/claim/roster'
import { placeField } from '../../domain/kernel/roles'
import { verdictOf } from '../../domain/rules'
import { find } from '../_lib/cloud'
import { employerAt, isForEmployer, isOf } from './employer'
import type { Claim, ClaimHandler } from './handlers'
import { judgeNow } from './judging'
import { type Open, openProgrammes } from './open'
import { programmeCard } from './programmeCard'

const MOST_CLAIMS = 200

/** Its rules are asked of each row: of nobody yet is anything known. */
const cardOf = ({ programme, books }: Open, claims: readonly Claim[], now: Date) => {
  const { rules } = judgeNow(programme.details, {}, now)
  const card = programmeCard(programme, books, { worker: undefined, known: {}, claims, now })
  const columns = Object.values(rosterColumns(programme.details))
  return { programme: { ...card, rules, verdict: verdictOf(rules), questions: [] }, columns }
}

export const employerProgrammes: ClaimHandler<'employerProgrammes'> = async ({ scope }, { identified, now }) => {
  const [employer, open, claims] = await Promise.all([
    employerAt(scope, identified()),
    openProgrammes(now),
    find(
      'claims',
      { [placeField[scope.level]]: scope.id, claimant: 'employer' },
      { order: [['listKey', 'desc']], limit: MOST_CLAIMS },
    ),
  ])
  const own = claims.rows.filter((claim) => isOf(claim, employer))
  return {
    programmes: open.filter(({ programme }) => isForEmployer(programme, employer)).map((one) => cardOf(one, own, now)),
  }
}
