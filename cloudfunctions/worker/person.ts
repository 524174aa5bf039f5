/** Reads who somebody says they are: the document by its own rules, the age, the phone from WeChat or from a hand. */
import { AppError } from '../../domain/kernel/errors'
import { ageOn, type Day, isDay, onOf } from '../../domain/kernel/time'
import { documentKinds, normalisePhone, type Person, parseDocument, phoneProblem } from '../../domain/worker'
import { openapi } from '../_lib/cloud'
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

export type PhoneRead = { readonly phone: string; readonly phoneSource: 'wechat' | 'typed' }

/** WeChat's own number when its button was used. Throws PHONE_QUOTA_GONE or PHONE_CODE_INVALID. */
export const readPhone = async (given: Person['phone']): Promise<PhoneRead> => {
  if (given.source === 'typed') return { phone: given.phone, phoneSource: 'typed' }
  const phone = await askWeChat(given.code)
  if (phoneProblem(phone)) throw new AppError('PHONE_CODE_INVALID', { reason: 'not a mainland number' })
  return { phone: normalisePhone(phone), phoneSource: 'wechat' }
}

/** The caller is out of paid look-ups (DOMAIN.md §3.10). */
const QUOTA_GONE = '1400001'

const askWeChat = async (code: string): Promise<string> => {
  try {
    const { phoneInfo } = await openapi.phonenumber.getPhoneNumber({ code })
    return phoneInfo?.purePhoneNumber ?? ''
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const code = typeof error === 'object' && error !== null && 'errCode' in error ? String(error.errCode) : ''
    const isGone = code === QUOTA_GONE || reason.includes(QUOTA_GONE)
    throw new AppError(isGone ? 'PHONE_QUOTA_GONE' : 'PHONE_CODE_INVALID', { reason: `getPhoneNumber ${code}` })
  }
}
