/** Judges a person by a programme: each rule's own answer with the paper it comes from. */
import type { ProgrammeDetails, Question, RuleAnswer, Source, SourceDocument } from '../../domain/claim'
import { type Day, onOf } from '../../domain/kernel/time'
import { type Answer, type Facts, factRow, judge, type Verdict } from '../../domain/rules'

export const sourceLine = (source: Source, documents: readonly SourceDocument[]) => {
  const { title = '', number } = documents.find(({ documentId }) => documentId === source.documentId) ?? {}
  return {
    documentId: source.documentId,
    title: number === undefined ? `《${title}》` : `《${title}》（${number}）`,
    article: source.article,
  }
}

const answerOf = (
  { text, verdict, from, why, source, asks }: Answer,
  documents: readonly SourceDocument[],
): RuleAnswer => ({
  text,
  verdict,
  from,
  ...(why ? { why } : {}),
  ...(source ? { source: sourceLine(source, documents) } : {}),
  ...(asks ? { asks } : {}),
})

export type Judged = { readonly verdict: Verdict; readonly rules: RuleAnswer[] }

export const judgeOn = ({ rules, documents }: ProgrammeDetails, facts: Facts, on: Day): Judged => {
  const { verdict, answers } = judge(rules, facts, on)
  return { verdict, rules: answers.map((answer) => answerOf(answer, documents)) }
}

export const judgeNow = (details: ProgrammeDetails, facts: Facts, now: Date): Judged =>
  judgeOn(details, facts, onOf(now))

/** The questions that would settle what is not known, each once. */
export const questionsIn = (rules: readonly RuleAnswer[]): Question[] =>
  [...new Set(rules.flatMap(({ asks }) => (asks ? [asks] : [])))].map((fact) => {
    const row = factRow(fact)
    const { ask, kind, label } = row
    return {
      fact,
      question: ask?.question ?? label,
      kind,
      ...(ask?.hint ? { hint: ask.hint } : {}),
      ...(ask?.yes ? { yes: ask.yes } : {}),
      ...(ask?.no ? { no: ask.no } : {}),
      choices:
        row.kind === 'choice' ? Object.entries(row.choices).map(([id, choice]) => ({ id, label: choice.label })) : [],
    }
  })
