/** Reads who somebody says they are: the document by its own rules, and the age. */
import { AppError } from '../../domain/kernel/errors'
import { ageOn, type Day, isDay, onOf } from '../../domain/kernel/time'
import { documentKinds, type Person, parseDocument } from '../../domain/worker'
import { keyOf } from '../_lib/crypto'

const ADULT_AT = 18
/** 禁止使用童工规定 article 2: nobody under 16 may be employed. */
export const WORKING_AGE = 16

export type Identity = {
  readonly document: Person['document']
  readonly documentKey: string
  readonly age: number
}

const invalid = (field: string, problem: string) => new AppError('INPUT_INVALID', { fields: { [field]: problem } })

const birthdayOf = (
  told: Day | undefined,
  kind: Person['document']['kind'],
  given: string | undefined,
  today: Day,
  prefix: string,
): Day => {
  if (told) return told
  const field = `${prefix}bornOn`
  if (!given) throw invalid(field, `${documentKinds[kind].label}上没有生日，要选一下`)
  if (!isDay(given) || given > today || ageOn(given, today) > 120) throw invalid(field, '生日不对，再看一眼')
  return given
}

/** Throws INPUT_INVALID naming the field, `prefix` being where the person stands in the input. */
export const readIdentity = (
  { document, bornOn }: Pick<Person, 'document' | 'bornOn'>,
  now: Date,
  prefix = 'person.',
): Identity => {
  const today = onOf(now)
  const reading = parseDocument(document.kind, document.number, today)
  if (!reading.ok) throw invalid(`${prefix}document.number`, reading.problem)
  const { kind, number, bornOn: told } = reading.value
  return {
    document: { kind, number },
    documentKey: keyOf('document', kind, number),
    age: ageOn(birthdayOf(told, kind, bornOn, today, prefix), today),
  }
}

export const isMinor = ({ age }: Identity): boolean => age < ADULT_AT
