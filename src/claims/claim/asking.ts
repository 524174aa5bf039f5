/** The questions of a form in their order, one a screen; of a claim sent back, those alone that are to be mended. */
import { gifts } from '../../../domain/claim/benefits'
import type { EvidenceAsked } from '../../../domain/claim/programme'
import type { ProgrammeCard, Question } from '../../../domain/claim/views'
import { factRow, isDeclared, isFactName } from '../../../domain/rules/facts'
import type { Form } from './form'

export type Asking =
  | { readonly kind: 'period'; readonly id: 'period'; readonly periods: ProgrammeCard['periods'] }
  | { readonly kind: 'fact'; readonly id: string; readonly question: Question }
  | { readonly kind: 'quantity'; readonly id: 'quantity'; readonly label: string; readonly isMoney: boolean }
  | { readonly kind: 'card'; readonly id: 'card' }
  | { readonly kind: 'evidence'; readonly id: string; readonly asked: EvidenceAsked; readonly isAnew: boolean }

/** A month they claimed already is not theirs to claim again. */
export const freePeriods = ({ programme: { periods } }: Form): ProgrammeCard['periods'] =>
  periods.filter(({ claimId }) => claimId === undefined)

const asksPeriod = (form: Form): Asking[] => {
  const periods = freePeriods(form)
  return periods.length > 1 && !form.claim ? [{ kind: 'period', id: 'period', periods }] : []
}

/** The words of a fact that was answered before, and is to be answered again. */
export const questionOf = (name: string): Question | undefined => {
  if (!isFactName(name) || !isDeclared(name)) return undefined
  const { kind, ask, label } = factRow(name)
  const { question = label, ...words } = ask ?? {}
  return { fact: name, question, kind, choices: [], ...words }
}

const asksFacts = ({ programme: { questions }, claim }: Form): Asking[] => {
  const again = claim?.parts.flatMap((part) => questionOf(part) ?? []) ?? []
  const known = again.filter(({ fact }) => !questions.some((one) => one.fact === fact))
  return [...questions, ...known].map((question) => ({ kind: 'fact', id: question.fact, question }))
}

const asksAll = (form: Form): Asking[] => {
  const { programme, claim } = form
  const { quantityAsked: label, amount, gives, evidence } = programme
  return [
    ...asksPeriod(form),
    ...asksFacts(form),
    ...(label ? [{ kind: 'quantity', id: 'quantity', label, isMoney: amount.way === 'share' } as const] : []),
    ...(gifts[gives].isToCard ? [{ kind: 'card', id: 'card' } as const] : []),
    ...evidence.map(
      (asked) =>
        ({ kind: 'evidence', id: asked.evidenceId, asked, isAnew: isSentBack(form) && claim !== undefined }) as const,
    ),
  ]
}

export const isSentBack = ({ claim }: Form): boolean => claim?.can.includes('mend') ?? false

/** Whatever a part is called that this form does not know, somebody wants it mended: then all of it is asked. */
export const askings = (form: Form): Asking[] => {
  const all = asksAll(form)
  if (!isSentBack(form)) return all
  const wanted = all.filter(({ id }) => form.claim?.parts.includes(id))
  return wanted.length > 0 ? wanted : all
}
