/** The wire of wx-server-sdk: one POST for every action, answered as { requestId, … } or { code, message, requestId }. */
import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { CloudDatabase } from '../db'
import { CloudError, messageOf, refuse } from '../errors'
import { type Functions, readEvent } from '../functions'
import type { WireReply } from '../functions/instance'
import { isJson, type Json, parseJson, textOf } from '../json'
import { answerOpenapi, type OpenapiParts } from '../openapi'
import type { Storage } from '../storage'
import { readBody } from './http'

/** A body may carry a thousand documents; a request of the real cloud ends far below this. */
const MAX_WIRE_BYTES = 20 * 1024 * 1024

export interface AdminParts extends OpenapiParts {
  database: CloudDatabase
  storage: Storage
  /** A function's query that no index serves is refused. */
  isStrict: boolean
}

/** Over a socket: whoever points the SDK here, functions apart. */
export async function answerAdmin(
  parts: AdminParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await readBody(request, MAX_WIRE_BYTES)
  const reply = await answerWire(parts, request.url ?? '', request.headers['content-type'] ?? '', body)
  response.writeHead(200, { 'content-type': reply.type, 'content-length': Buffer.byteLength(reply.body) })
  response.end(reply.body)
}

/** Every request of the SDK, however it came, is answered; failures too. */
export async function answerWire(parts: AdminParts, url: string, type: string, body: Uint8Array): Promise<WireReply> {
  const requestId = randomUUID()
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength)
  try {
    const { searchParams } = new URL(url, 'http://127.0.0.1')
    if (type.startsWith('multipart/form-data')) {
      const form = await answerOpenapi(parts, type, bytes, searchParams.get('call') ?? '')
      return { type: 'application/octet-stream', body: form }
    }
    const request = parseJson(bytes.toString('utf8'))
    if (!isJson(request)) throw new CloudError('INVALID_PARAM', 'the request is not a JSON object')
    return jsonReply({ requestId, ...(await answerAction(parts, request, searchParams)) })
  } catch (failure) {
    return jsonReply({ requestId, ...wireError(failure) })
  }
}

const jsonReply = (body: Json): WireReply => ({ type: 'application/json; charset=utf-8', body: JSON.stringify(body) })

async function answerAction(
  { database, faults, functions, storage, isStrict }: AdminParts,
  request: Json,
  query: URLSearchParams,
): Promise<Json> {
  const action = textOf(request.action) ?? ''
  const call = query.get('call') ?? ''
  const by = functions.ledger.find(call)?.fn
  if (action.startsWith('database.')) {
    functions.ledger.noteDatabase(call, query.get('seqId') ?? '')
    return faults.around({ at: 'database', names: namesOf(action, textOf(request.collectionName)), by }, () =>
      database.answer(action, request, isStrict && by !== undefined),
    )
  }
  if (action === 'functions.invokeFunction') return { data: { response_data: await invoke(functions, request, call) } }
  if (action.startsWith('storage.'))
    return faults.around({ at: 'storage', names: namesOf(action), by }, () => storage.answer(action, request))
  throw refuse(`The action ${action}`)
}

/** `database.getDocument` of `people` goes by getDocument, people and getDocument/people. */
function namesOf(action: string, of?: string): string[] {
  const verb = action.slice(action.indexOf('.') + 1)
  return of === undefined ? [verb] : [verb, of, `${verb}/${of}`]
}

/** One function calling another: the caller's identity goes along, and SOURCE grows by ",scf". */
function invoke(functions: Functions, request: Json, call: string): Promise<string> {
  const from = functions.ledger.find(call)
  if (!from) throw new CloudError('FUNCTIONS_REQUEST_FAIL', 'only a running function may call another over this wire')
  const { openid, source } = from.origin
  return functions.call(textOf(request.function_name) ?? '', readEvent(textOf(request.request_data) || '{}'), {
    caller: 'function',
    fn: from.fn,
    source: `${source},scf`,
    ...(openid !== undefined && { openid }),
  })
}

function wireError(failure: unknown): { code: string; message: string } {
  if (failure instanceof CloudError) return { code: failure.code, message: failure.message }
  return { code: 'SYS_ERR', message: messageOf(failure) }
}
