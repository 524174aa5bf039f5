/** The company's account and its pictures as they are given, kept on this phone; and read into what the contract asks. */
import * as v from 'valibot'
import { CompanyCard } from '../../../domain/claim/form'
import type { EvidenceAsked } from '../../../domain/claim/programme'
import type { KeptPicture } from '../../cloud/pictures'

const KeptPictures = v.record(v.string(), v.array(v.object({ path: v.string(), size: v.number() })))

export const blank = { name: '', account: '', bank: '', pictures: '', declares: '' }
export type Answers = typeof blank
export type Mistakes = Readonly<Record<string, string>>
export type Pictures = Readonly<Record<string, readonly KeptPicture[]>>

export const formName = (claimId: string): string => `roster-${claimId}`

export const picturesIn = ({ pictures }: Answers): Pictures => {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), KeptPictures), pictures)
  return parsed.success ? parsed.output : {}
}

const lastOf = (path: string): string => path.split('.').pop() ?? ''

export const readCard = ({ name, account, bank }: Answers) => {
  const parsed = v.safeParse(CompanyCard, { name, account, bank })
  if (parsed.success) return { card: parsed.output, mistakes: {} }
  const said = parsed.issues.map((issue) => [lastOf(v.getDotPath(issue) ?? ''), issue.message])
  const missing = account.trim() === '' ? { account: '单位账号还没写' } : {}
  return { card: undefined, mistakes: { ...Object.fromEntries(said), ...missing } }
}

export const missingPictures = (asked: readonly EvidenceAsked[], pictures: Pictures): Mistakes =>
  Object.fromEntries(
    asked.flatMap(({ evidenceId, label, atLeast }) => {
      const there = pictures[evidenceId]?.length ?? 0
      return there < atLeast ? [[evidenceId, `${label}至少 ${atLeast} 张，现在 ${there} 张`] as const] : []
    }),
  )

/** What the cloud refused, each at its question: `form.card.account`, `form.evidence.0.fileIds`. */
export const refusedIn = (fields: Readonly<Record<string, string>>, asked: readonly EvidenceAsked[]): Mistakes =>
  Object.fromEntries(
    Object.entries(fields).map(([path, words]) => {
      const at = /evidence\.(\d+|[^.]+)/.exec(path)?.[1]
      const picture = asked.find(({ evidenceId }, index) => evidenceId === at || String(index) === at)
      return [picture?.evidenceId ?? lastOf(path), words]
    }),
  )
