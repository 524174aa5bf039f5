/** The phone number at the desk: the host that served this page plays WeChat's button. */
import type { PhoneDetail } from './phone'

export type { PhoneDetail }

/** A browser's button asks by itself. */
export const phoneOpenType: 'getPhoneNumber' | undefined = undefined

/** Nothing when the person refused or the month's quota is gone (1400001): then they type it. */
export const phoneCode = async (_: PhoneDetail): Promise<string | undefined> => {
  const response = await fetch('/wx/phone-code', { method: 'POST' }).catch(() => undefined)
  const answer: unknown = response?.ok ? await response.json() : undefined
  const hasCode = typeof answer === 'object' && answer !== null && 'code' in answer
  return hasCode && typeof answer.code === 'string' ? answer.code : undefined
}
