/** 云开发 on this desk: puts the database, the functions, the timers and the door together. */
import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createClock } from './clock'
import { CloudDatabase } from './db'
import type { Document } from './db/values'
import { StartError } from './errors'
import { type CallFigures, Functions } from './functions'
import { FunctionLog } from './functions/log'
import { type Bounds, DEFAULT_BOUNDS } from './functions/pool'
import { createGateway, listen } from './gateway/server'
import { isJson, parseJson } from './json'
import { readManifest } from './manifest'
import { Timers } from './timers'

export interface CloudOptions {
  port: number
  dataDir: string
  distDir: string
  host?: string
  /** Values for the env entries the manifest names; else the process environment, else env.json of the data folder. */
  env?: Record<string, string>
  /** A test's clock. */
  now?: () => Date
  /** False: timers run on tick() only. */
  timers?: boolean
  quiet?: boolean
  bounds?: Partial<Bounds>
}

export interface CallOptions {
  openid?: string
  event?: unknown
  source?: string
}

export interface Cloud {
  url: string
  port: number
  stop(): Promise<void>
  /** Calls a function as a phone does (or, with a source, as that source does) and answers what it returned. */
  call(fn: string, options: CallOptions): Promise<unknown>
  tick(now?: Date): Promise<void>
  setNow(date: Date | undefined): void
  logs(): string[]
  calls(): CallFigures[]
  explain(
    collection: string,
    query: Document,
    order?: Document,
  ): { plan: string[]; isExact: boolean; isSorted: boolean }
  /** Every file that holds what people gave: database, write-ahead log, uploads, logs. */
  paths(): string[]
  /** Reads the build again: new code, new collections and indexes, same data. */
  reload(): Promise<void>
  operatorSecret: string
}

export async function startCloud(options: CloudOptions): Promise<Cloud> {
  const distDir = resolve(options.distDir)
  const dataDir = resolve(options.dataDir)
  const clock = createClock(options.now)
  const manifest = readManifest(distDir)
  const database = new CloudDatabase(dataDir, clock)
  const stoppers: (() => Promise<void> | void)[] = [() => database.close()]
  try {
    let url = ''
    const log = new FunctionLog(join(dataDir, 'logs', 'functions.log'), clock, options.quiet ?? false)
    const functions = new Functions({
      distDir,
      env: readEnv(dataDir, options.env),
      clock,
      log,
      bounds: { ...DEFAULT_BOUNDS, ...options.bounds },
      url: () => url,
    })
    const timers = new Timers(functions, clock, log)
    const load = async (): Promise<void> => {
      const read = readManifest(distDir)
      database.applyManifest(read)
      await functions.load(read.functions)
      timers.load()
    }
    stoppers.unshift(
      () => timers.stop(),
      () => functions.stop(),
      () => log.settled(),
    )
    database.applyManifest(manifest)
    await load()
    const operatorSecret = readSecret(dataDir)
    const server = createGateway({ database, functions, operatorSecret })
    const host = options.host ?? '127.0.0.1'
    const port = await listen(server, host, options.port)
    url = `http://${host}:${port}`
    stoppers.unshift(() => {
      server.closeAllConnections()
      return new Promise<void>((done) => server.close(() => done()))
    })
    if (options.timers !== false && options.now === undefined) timers.start()
    return {
      url,
      port,
      operatorSecret,
      stop: () => stopAll(stoppers),
      call: (fn, given) => callFrom(functions, fn, given),
      tick: (now) => timers.tick(now),
      setNow: (date) => clock.set(date),
      logs: () => [...log.lines],
      calls: () => [...functions.calls],
      explain: (collection, query, order) => database.explain(collection, query, order),
      paths: () => filesUnder(dataDir),
      reload: load,
    }
  } catch (failure) {
    await stopAll(stoppers)
    throw failure
  }
}

async function stopAll(stoppers: (() => Promise<void> | void)[]): Promise<void> {
  for (const stop of stoppers.splice(0)) await stop()
}

async function callFrom(
  functions: Functions,
  fn: string,
  { openid, event = {}, source = 'wx_client' }: CallOptions,
): Promise<unknown> {
  const caller =
    source === 'wx_trigger' ? 'timer' : source === 'wx_http' ? 'http' : source === 'wx_push' ? 'push' : 'client'
  return parseJson(
    await functions.call(fn, JSON.stringify(event), { caller, source, ...(openid !== undefined && { openid }) }),
  )
}

function readEnv(dataDir: string, given: Record<string, string> | undefined): Record<string, string> {
  const file = join(dataDir, 'env.json')
  const stored = existsSync(file) ? parseJson(readFileSync(file, 'utf8')) : {}
  if (!isJson(stored)) throw new StartError(`${file} must hold one JSON object of names and values.`)
  const env: Record<string, string> = {}
  for (const [key, value] of [
    ...Object.entries(stored),
    ...Object.entries(process.env),
    ...Object.entries(given ?? {}),
  ])
    if (typeof value === 'string') env[key] = value
  return env
}

/** The operator's secret, made on the first start and readable by the owner only. */
function readSecret(dataDir: string): string {
  const file = join(dataDir, 'operator')
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 })
  return readFileSync(file, 'utf8').trim()
}

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
