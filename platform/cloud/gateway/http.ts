/** Reading bodies within a bound and writing answers. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { parseJson } from '../json'

/** A failure that is an HTTP answer of its own. */
export class HttpFailure extends Error {
  constructor(
    readonly status: number,
    readonly code: number | string,
    message: string,
  ) {
    super(message)
  }
}

/** Too long a body is let run out unread, so that its sender can still read the refusal. */
export function readBody(request: IncomingMessage, mostBytes: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= mostBytes) chunks.push(chunk)
      else reject(new HttpFailure(413, -501007, `the body exceeds the limit of ${Math.floor(mostBytes / 1024)} KB`))
    })
    request.on('end', () => resolve(Buffer.concat(chunks)))
    request.on('error', reject)
  })
}

const MAX_JSON_BYTES = 100 * 1024

/** A body that is no JSON reads as undefined. */
export const readJson = async (request: IncomingMessage): Promise<unknown> =>
  parseJson((await readBody(request, MAX_JSON_BYTES)).toString('utf8'))

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  sendText(response, status, JSON.stringify(body))
}

export function sendText(
  response: ServerResponse,
  status: number,
  text: string,
  type = 'application/json; charset=utf-8',
): void {
  if (response.headersSent || response.destroyed) return
  response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(text) })
  response.end(text)
}

export function sendBytes(response: ServerResponse, bytes: Buffer, type = 'application/octet-stream'): void {
  response.writeHead(200, { 'content-type': type, 'content-length': bytes.length })
  response.end(bytes)
}
