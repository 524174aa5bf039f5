/** 云开发 on this desk: startCloud is all that the starter, the tests and the bench see of it. */
import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { startFailure } from './db/open'
import type { Document } from './db/values'
import { StartError } from './errors'
import type { Faults } from './faults'
import { type CallFigures, type Functions, type Origin, readEvent } from './functions'
import { createGateway, listen } from './gateway/server'
import { parseJson } from './json'
import type { Caller } from './manifest'
import type { Link } from './openapi/links'
import type { Notice } from './openapi/notices'
import { type CloudOptions, createParts, type Parts } from './parts'

export { messageOf, StartError } from './errors'
export type { Fault } from './faults'
export type { CallFigures } from './functions'
export type { Notice } from './openapi/notices'
export type { CloudOptions } from './parts'

export interface CallOptions {
  openid?: string
  event?: unknown
  /** SOURCE: wx_client unless said otherwise; wx_trigger, wx_push and wx_http call as those do. */
  source?: string
}

export interface Cloud {
  url: string
  port: number
  operatorSecret: string
  stop(): Promise<void>
  /** Calls a function and answers what it returned; refusals and failures are thrown. */
  call(fn: string, options: CallOptions): Promise<unknown>
  /** Runs what became due since the last tick (the first runs every timer), and waits for it. */
  tick(now?: Date): Promise<void>
  setNow(date: Date | undefined): void
  setPhoneQuota(hasQuota: boolean): void
  /** The main switch of a person's message settings. */
  setMainSwitch(openid: string, isOn: boolean): Promise<void>
  /** WeChat objects to exactly these bytes from now on; 20002 is what it calls indecent. */
  refuseMedia(bytes: Uint8Array, label?: number): Promise<void>
  /** Resolves when every message WeChat pushes has been told. */
  pushed(): Promise<void>
  /** Failures to switch on, for any call; all off at the start. */
  faults: Faults
  sent(): Notice[]
  /** Hears of each notice as it is sent, until the returned function is called. */
  onSent(listener: (notice: Notice) => void): () => void
  /** The links made to pages of the app, the newest first. */
  links(): Link[]
  logs(): string[]
  calls(): CallFigures[]
  explain(
    collection: string,
    query: Document,
    order?: Document,
  ): { plan: string[]; isExact: boolean; isSorted: boolean }
  /** Every file of the data folder: database, write-ahead log, uploads, logs. */
  paths(): string[]
  /** Reads the build again: new code, new collections and indexes, same data. */
  reload(): Promise<void>
}

const LOOPBACK = ['127.0.0.1', '::1', 'localhost']

export async function startCloud(options: CloudOptions): Promise<Cloud> {
  let url = ''
  const host = options.host ?? '127.0.0.1'
  if (!LOOPBACK.includes(host))
    throw new StartError(`This cloud listens on this machine only: --host must be one of ${LOOPBACK.join(', ')}.`)
  const parts = createParts(options, () => url)
  const server = createGateway(parts)
  const stop = async (): Promise<void> => {
    const closed = new Promise<void>((done) => server.close(() => done()))
    server.closeAllConnections()
    await closed
    await parts.close()
  }
  try {
    parts.load()
    const port = await listen(server, host, options.port)
    url = `http://${host.includes(':') ? `[${host}]` : host}:${port}`
    if (options.timers !== false && options.now === undefined) parts.timers.start()
    return handle(parts, options, { url, port, stop })
  } catch (failure) {
    await stop()
    throw startFailure(resolve(options.dataDir), failure)
  }
}

function handle(parts: Parts, options: CloudOptions, running: Pick<Cloud, 'url' | 'port' | 'stop'>): Cloud {
  return {
    ...running,
    operatorSecret: parts.operatorSecret,
    call: (fn, given) => callFrom(parts.functions, fn, given),
    tick: (now) => parts.timers.tick(now),
    setNow: (date) => parts.clock.set(date),
    setPhoneQuota: (hasQuota) => {
      parts.phones.hasQuota = hasQuota
    },
    setMainSwitch: (openid, isOn) => parts.notices.setMainSwitch(openid, isOn),
    refuseMedia: (bytes, label) => parts.media.refuse(bytes, label),
    pushed: () => parts.pushes.settled(),
    faults: parts.faults,
    sent: () => parts.notices.sent(),
    onSent: (listener) => parts.notices.onSent(listener),
    links: () => parts.links.list(),
    logs: () => [...parts.log.lines],
    calls: () => [...parts.functions.calls],
    explain: (collection, query, order) => parts.database.explain(collection, query, order),
    paths: () => filesUnder(resolve(options.dataDir)),
    reload: async () => parts.load(),
  }
}

const CALLERS: Record<string, Caller> = { wx_http: 'http', wx_push: 'push', wx_trigger: 'timer' }

async function callFrom(
  functions: Functions,
  fn: string,
  { openid, event = {}, source = 'wx_client' }: CallOptions,
): Promise<unknown> {
  const caller = source.endsWith(',scf') ? 'function' : (CALLERS[source] ?? 'client')
  const origin: Origin = { caller, source, ...(openid !== undefined && { openid }) }
  return parseJson(await functions.call(fn, readEvent(JSON.stringify(event)), origin))
}

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
