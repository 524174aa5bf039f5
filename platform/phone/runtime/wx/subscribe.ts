/** wx.requestSubscribeMessage: one tap asks for at most three templates, each good for one notice. */
import { HostRefused, subscribe, templates } from '../host'
import { askSubscribe } from '../layer/consent'
import { isInTap } from '../touch'
import { ApiFailure, asyncApis, type Options, textsIn } from './define'
import { register } from './registry'

const MOST = 3

async function request(options: Options): Promise<object> {
  const ids = [...new Set(textsIn(options, 'tmplIds'))]
  if (!isInTap()) throw new ApiFailure('can only be invoked by user TAP gesture.')
  if (ids.length === 0) throw new ApiFailure("TmplIds can't be empty", { errCode: 10001 })
  if (ids.length > MOST) throw new ApiFailure('Templates count out of max bounds', { errCode: 20003 })
  const named = await templates().catch(() => {
    throw new ApiFailure('Request list fail', { errCode: 10002 })
  })
  const titles = new Map(named.map(({ id, title }) => [id, title]))
  const accepted = await askSubscribe(ids.map((id) => ({ id, title: titles.get(id) ?? id })))
  try {
    return await subscribe(ids, accepted)
  } catch (failure) {
    if (failure instanceof HostRefused) throw new ApiFailure(failure.message, { errCode: failure.code })
    throw new ApiFailure('Request subscribe fail', { errCode: 10003 })
  }
}

register(asyncApis({ requestSubscribeMessage: request }))
