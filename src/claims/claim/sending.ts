/** A whole form as it is handed in; of a claim sent back only what was asked for again, for the rest stands as it was sent. */
import { ONCE, type Period } from '../../../domain/claim/programme'
import type { AppError } from '../../../domain/kernel/errors'
import { type Asking, askings, freePeriods } from './asking'
import { type ClaimAnswers, saidTo } from './draft'
import type { Form } from './form'
import { fileIdsOf, mistakeOf, quantityOf, saidValue } from './reading'

export type Mistakes = Readonly<Record<string, string>>

const periodOf = (form: Form, { period }: ClaimAnswers): Period => {
  const free = freePeriods(form)
  return form.claim?.period ?? free.find((one) => one.period === period)?.period ?? free[0]?.period ?? ONCE
}

const isKind =
  <K extends Asking['kind']>(kind: K) =>
  (asking: Asking): asking is Extract<Asking, { kind: K }> =>
    asking.kind === kind

const factsIn = (all: readonly Asking[], answers: ClaimAnswers) =>
  Object.fromEntries(
    all.filter(isKind('fact')).flatMap(({ id, question }) => {
      const value = saidValue(question, saidTo(answers, id))
      return value === undefined ? [] : [[id, value] as const]
    }),
  )

const quantityIn = (all: readonly Asking[], answers: ClaimAnswers, { claim }: Form): number | undefined => {
  const asked = all.find(isKind('quantity'))
  return asked ? quantityOf(saidTo(answers, asked.id), asked.isMoney) : claim?.quantity
}

export const mistakesIn = (form: Form, answers: ClaimAnswers): Mistakes =>
  Object.fromEntries(
    askings(form).flatMap((asking) => {
      const mistake = mistakeOf(asking, answers)
      return mistake === undefined ? [] : [[asking.id, mistake] as const]
    }),
  )

export const inputOf = (form: Form, answers: ClaimAnswers) => {
  const { programme, claim } = form
  const all = askings(form)
  const quantity = quantityIn(all, answers, form)
  const { account, bank } = answers
  const evidence = all
    .filter(isKind('evidence'))
    .map(({ id }) => ({ evidenceId: id, fileIds: fileIdsOf(answers, id) }))
    .filter(({ fileIds }) => fileIds.length > 0)
  return {
    programmeId: programme.id,
    edition: programme.edition,
    period: periodOf(form, answers),
    form: {
      answers: { ...claim?.answers, ...factsIn(all, answers) },
      ...(quantity === undefined ? {} : { quantity }),
      ...(all.some(isKind('card')) ? { card: { account, bank } } : {}),
      evidence,
      declares: true as const,
    },
    ...(claim ? { claim: { id: claim.id, version: claim.version } } : {}),
  }
}

/** What the cloud refused, each at its question. */
export const refusedAt = (form: Form, error: AppError | undefined): Mistakes => {
  const ids = askings(form).map(({ id }) => id)
  return Object.fromEntries(
    Object.entries(error?.detail.fields ?? {}).flatMap(([path, words]) => {
      const question = path.split('.').find((segment) => ids.includes(segment))
      return question === undefined ? [] : [[question, words] as const]
    }),
  )
}
