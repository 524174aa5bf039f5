/** What WeChat itself does for a phone: numbers, subscriptions, uploads, the pictures behind temporary links. */
import { extname } from 'node:path'
import { CloudError, messageOf } from '../errors'
import { isJson, type Json } from '../json'
import { WxFailure } from '../openapi/failure'
import { checkOperator, openidOf, throttled } from './calls'
import { HttpFailure, readBody, readJson, sendBytes, sendJson, sendText } from './http'
import type { Route, RouteContext } from './server'

const MAX_FILE_BYTES = 50 * 1024 * 1024
const NO_PHONE = 1400001

const TYPES: Record<string, string> = {
  '.jpg': 'image/jpeg',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

async function phoneCode({ parts, request, response }: RouteContext): Promise<void> {
  const code = parts.phones.codeFor(openidOf(request))
  if (code !== undefined) return sendJson(response, 200, { code })
  sendJson(response, 403, {
    errno: NO_PHONE,
    errMsg: 'getPhoneNumber:fail no number can be given: quota used up or none bound',
  })
}

async function people({ parts, request, response }: RouteContext): Promise<void> {
  checkOperator(request, parts.operatorSecret)
  const body = await readObject(request)
  const phones = isJson(body.phones) ? body.phones : {}
  parts.phones.add(Object.fromEntries(Object.entries(phones).map(([openid, phone]) => [openid, String(phone)])))
  if (typeof body.hasQuota === 'boolean') parts.phones.hasQuota = body.hasQuota
  sendJson(response, 200, { people: Object.keys(phones).length })
}

async function subscribe({ parts, request, response }: RouteContext): Promise<void> {
  const openid = openidOf(request)
  const { templateIds, accept } = await readObject(request)
  const texts = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])
  const accepted = accept === true ? texts(templateIds) : texts(accept)
  try {
    sendJson(response, 200, await parts.notices.grant(openid, texts(templateIds), accepted))
  } catch (failure) {
    if (!(failure instanceof WxFailure)) throw failure
    throw new HttpFailure(400, failure.errcode, failure.message)
  }
}

async function upload({ parts, request, response, url }: RouteContext): Promise<void> {
  const openid = openidOf(request)
  const bytes = await readBody(request, MAX_FILE_BYTES)
  const put = () => parts.storage.putByClient(openid, url.searchParams.get('path') ?? '', bytes)
  try {
    const fileID = await parts.faults.around({ at: 'storage', names: ['upload'], by: undefined }, put)
    sendJson(response, 200, { fileID })
  } catch (failure) {
    throw uploadFailure(failure)
  }
}

/** The numbers wx.cloud.uploadFile fails with. */
function uploadFailure(failure: unknown): HttpFailure {
  const message = messageOf(failure)
  const code = failure instanceof CloudError ? failure.code : 'SYS_ERR'
  if (code === 'STORAGE_EXCEED_AUTHORITY' || code === 'INVALID_PARAM') return new HttpFailure(403, -503002, message)
  return throttled(failure) ?? new HttpFailure(500, -503001, message)
}

/** A function's upload; its SDK reads failures as the storage vendor writes them. */
async function put({ parts, request, response, rest }: RouteContext): Promise<void> {
  try {
    const bytes = await readBody(request, MAX_FILE_BYTES)
    await parts.faults.around({ at: 'storage', names: ['put'], by: undefined }, () =>
      parts.storage.putByTicket(rest, bytes),
    )
    sendText(response, 200, '', 'application/xml')
  } catch (failure) {
    const message = messageOf(failure).replace(/[<>&]/g, ' ')
    const id = '<RequestId>local</RequestId><TraceId>local</TraceId>'
    sendText(
      response,
      403,
      `<Error><Code>AccessDenied</Code><Message>${message}</Message>${id}</Error>`,
      'application/xml',
    )
  }
}

async function file({ parts, response, rest }: RouteContext): Promise<void> {
  const found = await parts.faults.around({ at: 'storage', names: ['download'], by: undefined }, () =>
    parts.storage.open(rest),
  )
  if (!found) throw new HttpFailure(403, -503003, 'the link is over or was never given')
  response.setHeader('x-content-type-options', 'nosniff')
  sendBytes(response, found.bytes, TYPES[extname(found.path)] ?? 'application/octet-stream')
}

async function readObject(request: RouteContext['request']): Promise<Json> {
  const body = await readJson(request)
  if (isJson(body)) return body
  throw new HttpFailure(400, -501007, 'the body must be a JSON object')
}

export const PHONE_ROUTES: Route[] = [
  { method: 'POST', path: '/wx/phone-code', isForPages: true, run: phoneCode },
  { method: 'POST', path: '/wx/people', run: people },
  { method: 'POST', path: '/wx/subscribe', isForPages: true, run: subscribe },
  { method: 'POST', path: '/storage/upload', isForPages: true, run: upload },
  { method: 'PUT', path: '/storage/put/', run: put },
  { method: 'GET', path: '/file/', isForPages: true, run: file },
]
