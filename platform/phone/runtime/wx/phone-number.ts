/** The button that brings a phone number: the owner is asked each time, and what comes is a one-use code. */
import { HostRefused, phoneCode } from '../host'
import { askPhoneNumber } from '../layer/consent'
import { isInTap } from '../touch'
import { ApiFailure, failureOf } from './define'
import { authorizePrivacy } from './privacy'

type Name = 'getPhoneNumber' | 'getRealtimePhoneNumber'

async function code(name: Name, isTapped: boolean): Promise<string> {
  if (!isTapped) throw new ApiFailure('can only be invoked by user TAP gesture.')
  await authorizePrivacy(name)
  if (!(await askPhoneNumber())) throw new ApiFailure('user deny', { errno: 103 })
  try {
    return await phoneCode()
  } catch (failure) {
    if (failure instanceof HostRefused) throw new ApiFailure(failure.message, { errno: failure.code })
    throw new ApiFailure('request:fail', { errno: 600001 })
  }
}

/** The detail of the button's event. */
export async function getPhoneNumber(name: Name): Promise<object> {
  const isTapped = isInTap()
  try {
    return { errMsg: `${name}:ok`, code: await code(name, isTapped) }
  } catch (failure) {
    return failureOf(name, failure)
  }
}
