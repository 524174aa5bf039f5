/** How one programme stands to whoever reads it: can have it, has to be asked, cannot, has claimed it, or their employer claims it. */
import { gifts } from '../../../domain/claim/benefits'
import type { MyClaim, ProgrammeCard } from '../../../domain/claim/views'

export type Group = ProgrammeCard['verdict'] | 'taken' | 'employer'

const byEmployer: Partial<Record<ProgrammeCard['claimant'], true>> = { employer: true }

export const isEmployers = ({ claimant }: ProgrammeCard): boolean => byEmployer[claimant] ?? false

export const groupOf = (programme: ProgrammeCard): Group => {
  if (isEmployers(programme)) return 'employer'
  return programme.periods.every(({ claimId }) => claimId !== undefined) ? 'taken' : programme.verdict
}

/** What a person can do something about stands first. */
const order = { yes: 0, unknown: 1, no: 2, taken: 3, employer: 4 } as const satisfies Record<Group, number>

export const sorted = (programmes: readonly ProgrammeCard[]): ProgrammeCard[] =>
  [...programmes].sort((a, b) => order[groupOf(a)] - order[groupOf(b)])

export const counted = (programmes: readonly ProgrammeCard[]): Readonly<Record<ProgrammeCard['verdict'], number>> => {
  const of = (group: Group) => programmes.filter((one) => groupOf(one) === group).length
  return { yes: of('yes'), unknown: of('unknown'), no: of('no') }
}

const SECONDS = { question: 15, card: 40, picture: 30, rest: 30 }

/** How long the form takes, said before it is begun; never less than two minutes. */
export const minutesFor = ({ questions, quantityAsked, gives, evidence }: ProgrammeCard): number => {
  const asked = questions.length + (quantityAsked ? 1 : 0)
  const card = gifts[gives].isToCard ? SECONDS.card : 0
  const seconds = SECONDS.rest + asked * SECONDS.question + card + evidence.length * SECONDS.picture
  return Math.max(2, Math.ceil(seconds / 60))
}

/** Moves only the claimant can make. */
const theirs: readonly MyClaim['can'][number][] = ['mend', 'submit', 'confirm', 'repair', 'appeal']
export const waitsForYou = ({ can }: MyClaim): boolean => theirs.some((action) => can.includes(action))

/** What waits for its owner first, then the newest. */
export const urgentFirst = (claims: readonly MyClaim[]): MyClaim[] => [
  ...claims.filter(waitsForYou),
  ...claims.filter((claim) => !waitsForYou(claim)),
]
