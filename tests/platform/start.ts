/** Starts a cloud over a folder of its own, with small functions built from tests/platform/functions. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'
import { type Cloud, type CloudOptions, startCloud } from '../../platform/cloud'

const folders: string[] = []

export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'nuanhu-cloud-'))
  folders.push(folder)
  return folder
}

export const removeFolders = (): void => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
}

export interface Built {
  functions?: Record<string, object>
  collections?: Record<string, object>
  storage?: object
}

/** Builds the named fixture functions with the real SDK inside, as our own build does. */
export async function newBuild({ functions = {}, collections = {}, storage }: Built): Promise<string> {
  const dist = newFolder()
  const deployed: Record<string, object> = {}
  for (const [name, settings] of Object.entries(functions))
    deployed[name] = { entry: `${name}.js`, calledBy: ['client'], ...settings }
  writeFileSync(
    join(dist, 'manifest.json'),
    JSON.stringify({ functions: deployed, collections, ...(storage && { storage }) }),
  )
  const sources = [...new Set(Object.keys(functions).map((name) => name.split('-')[0] ?? name))]
  if (sources.length > 0)
    await build({
      entryPoints: Object.fromEntries(
        Object.keys(functions).map((name) => [name, resolve(__dirname, 'functions', `${name.split('-')[0]}.js`)]),
      ),
      bundle: true,
      platform: 'node',
      target: 'node16',
      outdir: dist,
      logLevel: 'error',
    })
  return dist
}

export async function start(built: Built, options: Partial<CloudOptions> = {}): Promise<Cloud> {
  const distDir = options.distDir ?? (await newBuild(built))
  const dataDir = options.dataDir ?? newFolder()
  mkdirSync(dataDir, { recursive: true })
  return startCloud({ port: 0, timers: false, quiet: true, ...options, distDir, dataDir })
}

const opened: Cloud[] = []

/** A cloud for the tests of one file, with the SDK's database on it; `closeAll` is its afterAll. */
export async function open(built: Built): Promise<{ cloud: Cloud; db: Db; _: Db['command'] }> {
  const cloud = await start(built)
  opened.push(cloud)
  const db = await connect(cloud)
  return { cloud, db, _: db.command }
}

export async function closeAll(): Promise<void> {
  await Promise.all(opened.splice(0).map((cloud) => cloud.stop()))
  removeFolders()
}

/** Points the real SDK, loaded in this very process, at the cloud. */
export const connect = (cloud: Cloud) => connectTo(cloud.url)
export type Db = Awaited<ReturnType<typeof connectTo>>

export async function connectTo(url: string) {
  Object.assign(process.env, {
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${url}/admin` }),
    TENCENTCLOUD_RUNENV: 'SCF',
    SCF_NAMESPACE: 'local-1',
    TCB_ENV: 'local-1',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    TENCENTCLOUD_SECRETID: 'any',
    TENCENTCLOUD_SECRETKEY: 'any',
    SILENCE: 'true',
  })
  const sdk = await import('wx-server-sdk')
  sdk.init({ env: 'local-1' })
  return sdk.database()
}

/** The SDK's own types also promise strings and nothing; an answer is neither. */
export async function answer<T>(asked: T) {
  const got = await asked
  if (isAnswer(got)) return got
  throw new Error('the SDK answered nothing')
}

const isAnswer = <T>(got: T): got is Extract<T, object> => typeof got === 'object' && got !== null

export const failureOf = (promise: Promise<unknown>): Promise<{ errCode: unknown; errMsg: unknown }> =>
  promise.then(
    () => {
      throw new Error('it was expected to fail')
    },
    (failure) => ({ errCode: failure.errCode, errMsg: failure.errMsg }),
  )

/** One phone of a running cloud: what it sends, and a probe function that does what it is asked. */
export function phoneOf(url: string, openid = 'oWorkerNumberOne') {
  const post = async (path: string, body: object, from = openid, headers: Record<string, string> = {}) => {
    const sent = body instanceof Blob ? body : JSON.stringify(body)
    const got = await fetch(url + path, { method: 'POST', body: sent, headers: { 'x-wx-openid': from, ...headers } })
    return { status: got.status, body: await got.json() }
  }
  const probe = async (event: object, from = openid, fn = 'probe') => (await post(`/call/${fn}`, event, from)).body
  const ask = (path: string, input: object, fn = 'probe') => probe({ do: 'openapi', path, input }, openid, fn)
  return { post, probe, ask }
}
