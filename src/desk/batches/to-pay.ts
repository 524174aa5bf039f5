/** What waits to be paid, programme by programme: only those whose books hold money back are asked about. */
import type { DeskProgramme } from '../../../domain/claim/views-desk'
import { type Fen, sum } from '../../../domain/kernel/money'
import type { Place } from '../parts/access'
import { claims } from '../parts/claims-api'

export type ToPay = {
  readonly programmeId: string
  readonly title: string
  readonly scopeName: string
  readonly count: number
  readonly totalFen: Fen
  /** There are more than were counted. */
  readonly hasMore: boolean
}

const hasReserved = ({ books }: DeskProgramme): boolean => (books?.reservedFen ?? 0) > 0

const programmesOf = async ({ scope }: Place): Promise<DeskProgramme[]> => {
  const found: DeskProgramme[] = []
  let cursor: string | undefined
  do {
    const { rows, next } = await claims.deskProgrammes({ scope, ...(cursor === undefined ? {} : { cursor }) })
    found.push(...rows)
    cursor = next
  } while (cursor !== undefined)
  return found
}

const waitingIn = async ({ scope }: Place, { id, title, scopeName }: DeskProgramme): Promise<ToPay> => {
  const { rows, next } = await claims.workList({ scope, queue: 'pay', programmeId: id })
  const totalFen = sum(rows.map(({ amountFen }) => amountFen))
  return { programmeId: id, title, scopeName, count: rows.length, totalFen, hasMore: next !== undefined }
}

export const askToPay = async (place: Place): Promise<ToPay[]> => {
  const reserved = (await programmesOf(place)).filter(hasReserved)
  const waiting = await Promise.all(reserved.map((programme) => waitingIn(place, programme)))
  return waiting.filter(({ count }) => count > 0)
}
