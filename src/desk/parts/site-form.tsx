/** What a site is: asked the same when it is opened and when it is changed. */
import * as v from 'valibot'
import { SiteDetails } from '../../../domain/site/schema'
import { residences } from '../../../domain/worker/choices'
import { optionsOf } from '../../pages/worker/parts/fields'
import { Choice, ErrorSummary, Field } from '../../ui'

export const blankSite = { name: '', address: '', residence: '', keeperName: '', keeperPhone: '' }
export type SiteAnswers = typeof blankSite
export type SiteMistakes = Partial<Record<keyof SiteAnswers, string>>

const isQuestion = (key: string): key is keyof SiteAnswers => Object.hasOwn(blankSite, key)

/** The words at each question, whoever found the mistake: `details.name` is the question `name`. */
export const siteMistakesIn = (fields: Readonly<Record<string, string>>): SiteMistakes =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([path, text]) => {
      const key = path.split('.').pop() ?? ''
      return isQuestion(key) ? [[key, text]] : []
    }),
  )

export const readSite = (
  answers: SiteAnswers,
): { ok: true; details: SiteDetails } | { ok: false; mistakes: SiteMistakes } => {
  const read = v.safeParse(SiteDetails, answers)
  if (read.success) return { ok: true, details: read.output }
  const words = read.issues.map((issue) => [v.getDotPath(issue) ?? '', issue.message])
  return { ok: false, mistakes: siteMistakesIn(Object.fromEntries(words)) }
}

type Props = {
  readonly answers: SiteAnswers
  readonly mistakes: SiteMistakes
  readonly answer: (next: Partial<SiteAnswers>) => void
}

export function SiteFields({ answers, mistakes, answer }: Props) {
  const asks = (question: keyof SiteAnswers) => ({
    id: question,
    value: answers[question],
    error: mistakes[question],
    onChange: (value: string) => answer({ [question]: value }),
  })
  const items = Object.entries(mistakes).flatMap(([fieldId, text]) => (text ? [{ text, fieldId }] : []))
  return (
    <>
      {items.length > 0 && <ErrorSummary items={items} />}
      <Field {...asks('name')} label="点位名" hint="印在海报上，让人一看就知道是这里" kind="text" />
      <Field {...asks('address')} label="地址" hint="路、弄、号" kind="text" />
      <Choice {...asks('residence')} label="哪一类" options={optionsOf(residences)} />
      <Field {...asks('keeperName')} label="谁管" hint="人名或单位，印在海报上" kind="text" />
      <Field {...asks('keeperPhone')} label="值班电话" hint="印在海报上，有人接的号，像 021-12345678" kind="text" />
    </>
  )
}
