/** The answers of a registration as the phone keeps them, and how they become what the cloud takes or the words at a field. */
import * as v from 'valibot'
import type { Day } from '../../../../domain/kernel/time/day'
import { documentKinds, isDocumentKind, parseDocument } from '../../../../domain/worker/documents'
import { ConsentGiven, Person, Stay } from '../../../../domain/worker/schema'

export const blank = {
  scene: '',
  siteName: '',
  consentVersion: '',
  consentHash: '',
  phoneSource: '',
  phoneCode: '',
  phone: '',
  name: '',
  kind: 'residentId',
  number: '',
  bornOn: '',
  homeProvince: '',
  residence: '',
  trade: '',
  exposure: '',
  stay: '',
  companion: '',
  childrenCount: '',
  returnOn: '',
}
export type FormAnswers = typeof blank
export type Question = keyof FormAnswers
export type Mistakes = Partial<Record<Question, string>>
export type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly mistakes: Mistakes }

const isQuestion = (segment: string): segment is Question => Object.hasOwn(blank, segment)

/** `person.document.number` is the question `number`; a code that did not work is a matter of the phone. */
const questionAt = (path: string): Question | undefined => {
  const segments = path.split('.').reverse()
  if (segments[0] === 'code') return 'phone'
  return segments.find(isQuestion)
}

/** The words the cloud sent for its fields, each at its question. */
export const mistakesIn = (fields: Readonly<Record<string, string>>): Mistakes =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([path, text]) => {
      const question = questionAt(path)
      return question ? [[question, text]] : []
    }),
  )

const read = <T>(schema: v.GenericSchema<unknown, T>, given: unknown): Read<T> => {
  const parsed = v.safeParse(schema, given)
  if (parsed.success) return { ok: true, value: parsed.output }
  const words = parsed.issues.map((issue) => [v.getDotPath(issue) ?? '', issue.message])
  return { ok: false, mistakes: mistakesIn(Object.fromEntries(words)) }
}

const phoneOf = ({ phoneSource, phoneCode, phone }: FormAnswers) =>
  phoneSource === 'wechat' ? { source: 'wechat', code: phoneCode } : { source: 'typed', phone }

/** The number's own rules come first: they say which digit is wrong. */
const numberMistake = ({ kind, number }: FormAnswers, today: Day): Mistakes => {
  const known = v.safeParse(Person.entries.document.entries.kind, kind)
  if (!known.success) return { kind: '证件要选一个' }
  const reading = parseDocument(known.output, number, today)
  return reading.ok ? {} : { number: reading.problem }
}

/** A passport and its like do not say when somebody was born, and the age decides who may register. */
export const asksBirthday = (kind: string): boolean => isDocumentKind(kind) && !documentKinds[kind].tellsBirthday

const birthdayMistake = ({ kind, bornOn }: FormAnswers): Mistakes =>
  asksBirthday(kind) && bornOn === '' ? { bornOn: '生日还没选' } : {}

const isEmpty = (mistakes: Mistakes): boolean => Object.keys(mistakes).length === 0

export const readPerson = (answers: FormAnswers, today: Day): Read<Person> => {
  const { name, kind, number, bornOn, homeProvince } = answers
  const born = asksBirthday(kind) && bornOn ? { bornOn } : {}
  const given = { name, phone: phoneOf(answers), document: { kind, number }, homeProvince, ...born }
  const person = read<Person>(Person, given)
  const mistakes = {
    ...(person.ok ? {} : person.mistakes),
    ...numberMistake(answers, today),
    ...birthdayMistake(answers),
  }
  return person.ok && isEmpty(mistakes) ? person : { ok: false, mistakes }
}

/** Children are counted only where there are some, and a day of return asked only of those who leave. */
export const readStay = ({ residence, trade, exposure, stay, companion, ...rest }: FormAnswers): Read<Stay> =>
  read<Stay>(Stay, {
    residence,
    trade,
    exposure,
    stay,
    companion,
    ...(hasChildren(companion) && rest.childrenCount ? { childrenCount: Number(rest.childrenCount) } : {}),
    ...(isLeaving(stay) && rest.returnOn ? { returnOn: rest.returnOn } : {}),
  })

export const hasChildren = (companion: string): boolean => companion === 'children' || companion === 'family'
export const isLeaving = (stay: string): boolean => stay === 'leaving'

export const readConsent = ({ consentVersion, consentHash }: FormAnswers): Read<ConsentGiven> =>
  read<ConsentGiven>(ConsentGiven, {
    version: Number(consentVersion),
    hash: consentHash,
    agreesToBasic: true,
    agreesToSensitive: true,
  })

export const stayAnswers = ({ returnOn, childrenCount, ...stay }: Stay): Partial<FormAnswers> => ({
  ...stay,
  returnOn: returnOn ?? '',
  childrenCount: childrenCount === undefined ? '' : String(childrenCount),
})

/** Only what these questions ask about. */
export const only = (mistakes: Mistakes, questions: readonly Question[]): Mistakes =>
  Object.fromEntries(questions.flatMap((question) => (mistakes[question] ? [[question, mistakes[question]]] : [])))

/** Which questions each short screen asks. */
export const screens = {
  phone: ['phone'],
  who: ['name', 'kind', 'number', 'bornOn', 'homeProvince'],
  stay: ['residence', 'trade', 'stay', 'returnOn', 'companion', 'childrenCount', 'exposure'],
} as const satisfies Record<string, readonly Question[]>

export const mistakesOf = (read: Read<unknown>): Mistakes => (read.ok ? {} : read.mistakes)
