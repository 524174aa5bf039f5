/** cloud.openapi: one row for each interface; a function reaches only those its manifest declares. */
import { invalid } from '../errors'
import type { Functions } from '../functions'
import type { Json } from '../json'
import { WxFailure } from './failure'
import type { Notices } from './notices'
import type { Phones } from './phones'
import { getUnlimited } from './qrcodes'
import { checkText } from './security'
import { type OpenReply, readForm, readParameters, writeReply } from './wire'

export interface OpenapiParts {
  functions: Functions
  notices: Notices
  phones: Phones
}

type Interface = (parts: OpenapiParts, parameters: Json) => Promise<OpenReply> | OpenReply

const answerJson = (body: Json): OpenReply => ({
  bytes: Buffer.from(JSON.stringify({ errcode: 0, errmsg: 'ok', ...body })),
})

const INTERFACES: Record<string, Interface> = {
  'phonenumber.getPhoneNumber': ({ phones }, parameters) => answerJson(phones.redeem(parameters)),
  'security.msgSecCheck': ({ functions }, parameters) =>
    answerJson(checkText(parameters, (openid) => functions.isFresh(openid))),
  'subscribeMessage.send': async ({ notices }, parameters) => answerJson(await notices.send(parameters)),
  'wxacode.getUnlimited': async (_, parameters) => ({
    bytes: await getUnlimited(parameters),
    contentType: 'image/png',
  }),
}

/** WeChat's gateway: no permission, and no such interface. */
const NO_PERMISSION = -604101
const NOT_FOUND = -604100
const ILLEGAL_SOURCE = -604104

export async function answerOpenapi(
  parts: OpenapiParts,
  contentType: string,
  body: Buffer,
  call: string,
): Promise<Buffer> {
  const form = readForm(contentType, body)
  const name = (form.get('apiName')?.toString('utf8') ?? '').replace(/^openapi\./, '')
  const message = form.get('requestData')
  if (form.get('action')?.toString('utf8') !== 'wx.openApi' || !message)
    throw invalid('the form is not a call of cloud.openapi')
  const from = parts.functions.ledger.find(call)
  if (!from) return writeReply({ errorCode: ILLEGAL_SOURCE })
  if (!parts.functions.declared(from.fn)?.openapi.includes(name)) return writeReply({ errorCode: NO_PERMISSION })
  const run = INTERFACES[name]
  if (!run) return writeReply({ errorCode: NOT_FOUND })
  try {
    return writeReply(await run(parts, readParameters(message)))
  } catch (failure) {
    if (!(failure instanceof WxFailure)) throw failure
    return writeReply({ bytes: Buffer.from(JSON.stringify({ errcode: failure.errcode, errmsg: failure.message })) })
  }
}
