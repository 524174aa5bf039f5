/** An employer's own claims, and one of them found again by its number. */
import type { RosterClaim } from '../../../domain/claim/views-desk'
import { AppError } from '../../../domain/kernel/errors'
import type { Scope } from '../../../domain/kernel/roles'
import { claims } from '../parts/claims-api'

const MOST_PAGES = 20

/** Newest first, so that the one just begun is on the first page. */
export const findClaim = async (scope: Scope, id: string): Promise<RosterClaim> => {
  let cursor: string | undefined
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { claims: rows, next } = await claims.rosterClaims({ scope, ...(cursor === undefined ? {} : { cursor }) })
    const found = rows.find((row) => row.id === id)
    if (found) return found
    if (next === undefined) break
    cursor = next
  }
  throw new AppError('NOT_FOUND')
}

export const isCounted = ({ parts, partsDone }: RosterClaim): boolean => parts > 0 && partsDone >= parts

export const nameOf = ({ title, periodLabel }: RosterClaim): string => [title, periodLabel].filter(Boolean).join(' · ')
