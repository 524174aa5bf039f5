/** The wire of wx-server-sdk: one POST for every action, answered as { requestId, … } or { code, message, requestId }. */
import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { CloudDatabase } from '../db'
import { CloudError, messageOf, refuse } from '../errors'
import type { Functions } from '../functions'
import { isJson, type Json, parseJson, textOf } from '../json'
import { answerOpenapi, type OpenapiParts } from '../openapi'
import type { Storage } from '../storage'
import { readBody, sendBytes, sendJson } from './http'

/** A body may carry a thousand documents; a request of the real cloud ends far below this. */
const MAX_WIRE_BYTES = 20 * 1024 * 1024

export interface AdminParts extends OpenapiParts {
  database: CloudDatabase
  storage: Storage
}

export async function answerAdmin(
  parts: AdminParts,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const requestId = randomUUID()
  try {
    const body = await readBody(request, MAX_WIRE_BYTES)
    const type = request.headers['content-type'] ?? ''
    if (type.startsWith('multipart/form-data'))
      return sendBytes(response, await answerOpenapi(parts, type, body, url.searchParams.get('call') ?? ''))
    const parsed = parseJson(body.toString('utf8'))
    if (!isJson(parsed)) throw new CloudError('INVALID_PARAM', 'the request is not a JSON object')
    sendJson(response, 200, { requestId, ...(await answerAction(parts, parsed, url)) })
  } catch (failure) {
    sendJson(response, 200, { requestId, ...wireError(failure) })
  }
}

async function answerAction({ database, functions, storage }: AdminParts, request: Json, url: URL): Promise<Json> {
  const action = textOf(request.action) ?? ''
  const call = url.searchParams.get('call') ?? ''
  if (action.startsWith('database.')) {
    functions.ledger.noteDatabase(call, url.searchParams.get('seqId') ?? '')
    return database.answer(action, request)
  }
  if (action === 'functions.invokeFunction') return { data: { response_data: await invoke(functions, request, call) } }
  if (action.startsWith('storage.')) return storage.answer(action, request)
  throw refuse(`The action ${action}`)
}

/** One function calling another: the caller's identity goes along, and SOURCE grows by ",scf". */
function invoke(functions: Functions, request: Json, call: string): Promise<string> {
  const from = functions.ledger.find(call)
  if (!from) throw new CloudError('FUNCTIONS_REQUEST_FAIL', 'only a running function may call another over this wire')
  const { openid, source } = from.origin
  return functions.call(textOf(request.function_name) ?? '', textOf(request.request_data) || '{}', {
    caller: 'function',
    source: `${source},scf`,
    ...(openid !== undefined && { openid }),
  })
}

export function wireError(failure: unknown): { code: string; message: string } {
  if (failure instanceof CloudError) return { code: failure.code, message: failure.message }
  return { code: 'SYS_ERR', message: messageOf(failure) }
}
