/** Notes what the unmodified SDK sends, and answers nothing found: for asking somebody else the same. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Database } from './manual/cases'
import { connectTo } from './start'

export interface Recorder {
  db: Database
  /** What one call sent, as the wire has it. */
  sent(call: () => unknown): Promise<Record<string, unknown>>
  close(): void
}

export async function startRecorder(): Promise<Recorder> {
  let last: Record<string, unknown> = {}
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part)
    last = JSON.parse(Buffer.concat(parts).toString('utf8'))
    response.end(JSON.stringify({ requestId: 'r', data: { list: [], total: 0, updated: 0 } }))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  if (!isAddress(address)) throw new Error('the recorder has no port')
  const db = await connectTo(`http://127.0.0.1:${address.port}`)
  const sent = async (call: () => unknown) => {
    await call()
    return last
  }
  return { db, sent, close: () => server.close() }
}

const isAddress = (address: ReturnType<ReturnType<typeof createServer>['address']>): address is AddressInfo =>
  typeof address === 'object' && address !== null
