/** A claim being filled in on this phone: each answer kept as it is given, the pictures by where they lie. */
import * as v from 'valibot'
import type { KeptPicture } from '../../cloud/pictures'

/** `said` and `pictures` hold what each programme asks for itself: by its question, as text. */
export const blank = {
  programmeId: '',
  claimId: '',
  title: '',
  period: '',
  said: '',
  account: '',
  bank: '',
  pictures: '',
}
export type ClaimAnswers = typeof blank

const Said = v.pipe(v.string(), v.parseJson(), v.record(v.string(), v.string()))
const Pictures = v.pipe(
  v.string(),
  v.parseJson(),
  v.record(v.string(), v.array(v.object({ path: v.string(), size: v.number() }))),
)

const restored = <T>(
  schema: v.GenericSchema<unknown, Record<string, T>>,
  text: string,
): Readonly<Record<string, T>> => {
  const parsed = v.safeParse(schema, text)
  return parsed.success ? parsed.output : {}
}

const allSaid = ({ said }: ClaimAnswers) => restored<string>(Said, said)
const allPictures = ({ pictures }: ClaimAnswers) => restored<KeptPicture[]>(Pictures, pictures)

export const saidTo = (answers: ClaimAnswers, question: string): string => allSaid(answers)[question] ?? ''
export const picturesOf = (answers: ClaimAnswers, evidenceId: string): readonly KeptPicture[] =>
  allPictures(answers)[evidenceId] ?? []

/** What is kept when one question is answered beside the others. */
export const saying = (answers: ClaimAnswers, question: string, words: string): Partial<ClaimAnswers> => ({
  said: JSON.stringify({ ...allSaid(answers), [question]: words }),
})
export const showing = (
  answers: ClaimAnswers,
  evidenceId: string,
  pictures: readonly KeptPicture[],
): Partial<ClaimAnswers> => ({ pictures: JSON.stringify({ ...allPictures(answers), [evidenceId]: pictures }) })

export const urlOf = (screen: string, programmeId: string, claimId: string, more = ''): string =>
  `/claims/claim/${screen}?programme=${programmeId}${claimId ? `&claim=${claimId}` : ''}${more}`
