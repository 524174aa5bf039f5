/** What a persona's address serves: the phone's page with the app compiled into it. */
import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { phonePage } from '../../../platform/phone/page'
import { serveFile } from './static'

type Served = { readonly type: string; readonly body: Buffer; readonly etag: string }

export class PhoneFiles {
  private files: ReadonlyMap<string, Served> = new Map()

  /** `weapp`: the built mini-program; `isDraft`: a development build, larger than what may go out. */
  constructor(
    private readonly weapp: string,
    private readonly isDraft = false,
  ) {}

  /** Reads the build again; throws what WeChat would refuse it for, and goes on serving what was there. */
  async load(): Promise<void> {
    const page = await phonePage(this.weapp, this.isDraft)
    this.files = new Map(
      [...page].map(([path, { type, body }]) => {
        const etag = `"${createHash('sha1').update(body).digest('base64url')}"`
        return [path, { type, body: Buffer.from(body), etag }]
      }),
    )
  }

  /** What is not compiled is a file of the build: a picture. */
  answer(request: IncomingMessage, response: ServerResponse): void {
    const { pathname } = new URL(request.url ?? '/', 'http://phone')
    const file = this.files.get(pathname)
    if (!file) {
      serveFile(this.weapp, request, response)
      return
    }
    const { type, body, etag } = file
    const headers = { etag, 'cache-control': 'no-cache' }
    if (request.headers['if-none-match'] === etag) response.writeHead(304, headers).end()
    else response.writeHead(200, { ...headers, 'content-type': type, 'content-length': body.length }).end(body)
  }
}
