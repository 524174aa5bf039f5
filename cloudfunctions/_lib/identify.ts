/** Who calls, and who started it: both from WeChat, nothing from the event. */
import type { Source } from '../../domain/kernel/api'
import { AppError } from '../../domain/kernel/errors'
import type { Actor } from '../../domain/kernel/roles'
import { caller, type DocOf, get } from './cloud'
import { personIdOf } from './crypto'

export type Person = DocOf<'people'>
/** The caller; `person` is undefined for somebody who has never written anything. */
export type Identified = { readonly openid: string; readonly actor: Actor; readonly person: Person | undefined }

/** WeChat's SOURCE is a chain when functions call functions: its last link is the nearest caller. */
const sources: Readonly<Record<string, Source>> = {
  wx_client: 'phone',
  wx_devtools: 'phone',
  wx_trigger: 'timer',
  wx_push: 'push',
  wx_http: 'operator',
  scf: 'function',
}

export const startedBy = (): Source | undefined => sources[caller().source.split(',').at(-1) ?? '']

/** The hash of the openid names the person; no read is needed for it. */
export const callerId = (): { openid: string; personId: string } => {
  const { openid } = caller()
  if (!openid) throw new AppError('IDENTITY_MISSING')
  return { openid, personId: personIdOf(openid) }
}

export const identify = async (): Promise<Identified> => {
  const { openid, personId } = callerId()
  const person = await get('people', personId)
  return { openid, person, actor: { personId, grants: person?.grants ?? [] } }
}
