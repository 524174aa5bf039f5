/** Builds the parts of one cloud over one data folder, and takes them down in the opposite order. */
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Clock, createClock } from './clock'
import { CloudDatabase } from './db'
import { startFailure } from './db/open'
import { Store } from './db/store'
import { StartError } from './errors'
import { Faults } from './faults'
import { Functions } from './functions'
import type { AnswerWire } from './functions/instance'
import { FunctionLog } from './functions/log'
import { type Bounds, DEFAULT_BOUNDS } from './functions/pool'
import { answerWire } from './gateway/admin'
import type { GatewayParts } from './gateway/server'
import { isJson, parseJson } from './json'
import { readManifest } from './manifest'
import { Links } from './openapi/links'
import { MediaChecks } from './openapi/media'
import { Notices, type Template } from './openapi/notices'
import { type Person, Phones } from './openapi/phones'
import { Pushes } from './openapi/pushes'
import { Storage } from './storage'
import { Disk } from './storage/disk'
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
  /** Phone numbers by openid: what each person's WeChat holds. */
  phones?: Record<string, string>
  /** Whom the console offers to log in as. */
  people?: readonly Person[]
  /** The app's message templates by id; without them every id is one for a single send. */
  templates?: Record<string, Template>
  quiet?: boolean
  bounds?: Partial<Bounds>
  /** A function's query that no index serves, here or by MongoDB's rules, is refused: for tests. */
  strict?: boolean
  /** Answers the functions' SDK in place of this cloud: for measuring what all the rest costs. */
  wire?: AnswerWire
}

export interface Parts extends GatewayParts {
  pushes: Pushes
  /** Reads the build: collections and indexes, functions, timers, rules. */
  load(): void
  close(): Promise<void>
}

export function createParts(options: CloudOptions, url: () => string): Parts {
  const distDir = resolve(options.distDir)
  const dataDir = resolve(options.dataDir)
  const clock = createClock(options.now)
  readManifest(distDir)
  const env = readEnv(dataDir, options.env)
  const store = new Store(dataDir, existsSync(secretFile(dataDir)))
  try {
    return assemble(options, { clock, env, store, distDir, dataDir, url })
  } catch (failure) {
    store.close()
    throw startFailure(dataDir, failure)
  }
}

interface Opened {
  clock: Clock
  env: Record<string, string>
  store: Store
  distDir: string
  dataDir: string
  url: () => string
}

function assemble(options: CloudOptions, { clock, env, store, distDir, dataDir, url }: Opened): Parts {
  const operatorSecret = readSecret(dataDir)
  const log = new FunctionLog(join(dataDir, 'logs', 'functions.log'), clock, options.quiet ?? false)
  const database = new CloudDatabase(store, clock)
  const bounds = { ...DEFAULT_BOUNDS, ...options.bounds }
  const wire: AnswerWire = options.wire ?? ((...request) => answerWire(parts, ...request))
  const faults = new Faults()
  const functions = new Functions({ distDir, env, clock, log, faults, bounds, url, wire })
  const pushes = new Pushes(functions, log)
  const timers = new Timers(functions, clock, log)
  const storage = new Storage(store, new Disk(join(dataDir, 'files')), clock, operatorSecret, url)
  const parts: Parts = {
    clock,
    log,
    database,
    faults,
    functions,
    timers,
    pushes,
    storage,
    operatorSecret,
    isStrict: options.strict ?? false,
    links: new Links(store, clock),
    media: new MediaChecks(store, storage, pushes, clock),
    notices: new Notices(store, clock, options.templates),
    phones: new Phones(clock, options.phones),
    people: options.people ?? [],
    load: () => {
      const manifest = readManifest(distDir)
      database.applyManifest(manifest)
      storage.applyManifest(manifest)
      functions.load(manifest.functions)
      timers.load()
    },
    close: async () => {
      timers.stop()
      await functions.stop()
      log.close()
      store.close()
    },
  }
  return parts
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

const secretFile = (dataDir: string): string => join(dataDir, 'operator')

/** The operator's secret, made whole on the first start and readable by the owner only. */
function readSecret(dataDir: string): string {
  const file = secretFile(dataDir)
  if (!existsSync(file)) {
    writeFileSync(`${file}.half`, randomBytes(24).toString('hex'), { mode: 0o600 })
    renameSync(`${file}.half`, file)
  }
  const secret = readFileSync(file, 'utf8').trim()
  if (/^[0-9a-f]{48}$/.test(secret)) return secret
  throw new StartError(`${file} is damaged: delete it, and a new secret is made.`)
}
