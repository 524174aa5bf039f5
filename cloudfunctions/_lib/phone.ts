/** A person's number: from WeChat by its button's code, or from a hand. */
import { AppError } from '../../domain/kernel/errors'
import { normalisePhone, type Person, phoneProblem } from '../../domain/worker'
import { openapi } from './cloud'

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
