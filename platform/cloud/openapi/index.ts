/** cloud.openapi: one row for each interface; a function reaches only those its manifest declares. */
import { invalid } from '../errors'
import type { Faults } from '../faults'
import type { Functions } from '../functions'
import type { Json } from '../json'
import { WxFailure, WxGatewayFailure } from './failure'
import type { Links } from './links'
import type { MediaChecks } from './media'
import type { Notices } from './notices'
import type { Phones } from './phones'
import { getUnlimited } from './qrcodes'
import { checkText } from './security'
import { type OpenReply, readForm, readParameters, writeReply } from './wire'

export interface OpenapiParts {
  faults: Faults
  functions: Functions
  links: Links
  media: MediaChecks
  notices: Notices
  phones: Phones
}

type Interface = (parts: OpenapiParts, parameters: Json, call: string) => Promise<OpenReply> | OpenReply

const answerJson = (body: Json): OpenReply => ({
  bytes: Buffer.from(JSON.stringify({ errcode: 0, errmsg: 'ok', ...body })),
})

const INTERFACES: Record<string, Interface> = {
  'phonenumber.getPhoneNumber': ({ phones }, parameters) => answerJson(phones.redeem(parameters)),
  'security.mediaCheckAsync': ({ functions, media }, parameters, call) =>
    answerJson(media.check(parameters, (openid) => functions.isFresh(openid), functions.ledger.closed(call))),
  'security.msgSecCheck': ({ functions }, parameters) =>
    answerJson(checkText(parameters, (openid) => functions.isFresh(openid))),
  'subscribeMessage.send': async ({ notices }, parameters) => answerJson(await notices.send(parameters)),
  'urllink.generate': async ({ links }, parameters) => answerJson(await links.urlLink(parameters)),
  'urlscheme.generate': async ({ links }, parameters) => answerJson(await links.scheme(parameters)),
  'wxacode.getUnlimited': async (_, parameters) => ({
    bytes: await getUnlimited(parameters),
    contentType: 'image/png',
  }),
}

/** The numbers of WeChat's gateway. */
const NOT_FOUND = -604100
const NO_PERMISSION = -604101
const TIMED_OUT = -604102
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
  try {
    return writeReply(await run(parts, name, readParameters(message), call))
  } catch (failure) {
    if (failure instanceof WxGatewayFailure) return writeReply({ errorCode: failure.errorCode })
    if (!(failure instanceof WxFailure)) throw failure
    return writeReply({ bytes: Buffer.from(JSON.stringify({ errcode: failure.errcode, errmsg: failure.message })) })
  }
}

async function run(parts: OpenapiParts, name: string, parameters: Json, call: string): Promise<OpenReply> {
  const { faults, functions } = parts
  const from = functions.ledger.find(call)
  if (!from) throw new WxGatewayFailure(ILLEGAL_SOURCE)
  if (!functions.declared(from.fn)?.openapi.includes(name)) throw new WxGatewayFailure(NO_PERMISSION)
  const offered = Object.hasOwn(INTERFACES, name) ? INTERFACES[name] : undefined
  if (!offered) throw new WxGatewayFailure(NOT_FOUND)
  const timedOut = () => new WxGatewayFailure(TIMED_OUT)
  return faults.around({ at: 'openapi', names: [name], by: from.fn, timedOut }, () => offered(parts, parameters, call))
}
