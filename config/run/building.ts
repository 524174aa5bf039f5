/** Makes whatever has changed of the functions, the mini-program and its browser form, and gates the result. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { env } from '../env'
import { builtMark, fingerprint } from '../fingerprint'
import { buildFunctions } from '../functions'
import { root } from './options'
import { CannotGoOn } from './say'
import { inTurn } from './turn'

export type Platform = 'weapp' | 'h5'
type Progress = (line: string) => void

const dist = join(root, 'dist')
/** How the app is run has no part in how it is built, so config/run/ is not among them. */
const configs = ['index', 'env', 'gates', 'taro', 'watched'].map((name) => `config/${name}.ts`)
const inputs = [
  'src',
  'domain',
  ...configs,
  'babel.config.js',
  'project.config.json',
  'package.json',
  'package-lock.json',
]
const proofs = { weapp: 'weapp/app.json', h5: 'h5/index.html' } as const satisfies Record<Platform, string>

async function gate(): Promise<void> {
  const { gateWeapp } = await import('../gates')
  const violations = gateWeapp(join(dist, 'weapp'))
  if (violations.length > 0) throw new CannotGoOn(`dist/weapp may not go out:\n${violations.join('\n')}`)
}

/** What is written into the app from its surroundings is part of it: a build for one cloud is none for another. */
const printNow = (): string => `${fingerprint(root, inputs)} ${JSON.stringify(env)}`

const isBuilt = (platform: Platform, print: string): boolean =>
  builtMark(dist, platform).is(print) && existsSync(join(dist, proofs[platform]))

/** Webpack says much: every fifth of the way is enough, and what is no progress as it stands. */
export function fifths(onProgress: Progress): Progress {
  let said = 0
  return (line) => {
    const percent = /(\d+)%/.exec(line)?.[1]
    if (percent === undefined) return onProgress(line)
    const fifth = Math.floor(Number(percent) / 20)
    if (fifth > said) onProgress(`${fifth * 20} %`)
    said = fifth
  }
}

async function makePlatform(platform: Platform, onProgress: Progress): Promise<void> {
  const print = printNow()
  if (isBuilt(platform, print)) return
  const startedAt = Date.now()
  onProgress('building')
  const { buildApp } = await import('../taro')
  await buildApp({ platform, onProgress: fifths(onProgress) })
  if (platform === 'weapp') await gate()
  builtMark(dist, platform).set(print)
  onProgress(`built in ${((Date.now() - startedAt) / 1000).toFixed(1)} s`)
}

export async function buildPlatform(platform: Platform, onProgress: Progress): Promise<void> {
  if (isBuilt(platform, printNow())) return
  const say: Progress = (line) => onProgress(`${platform}: ${line}`)
  const turn = join(dist, '.built', `${platform}.turn`)
  await inTurn(
    turn,
    () => makePlatform(platform, say),
    (pid) => say(`waiting for the build of process ${pid}`),
  )
}

/** Builds what has changed; the functions first, since they take a second and everything stands on them. */
export async function buildAll(platforms: readonly Platform[], onProgress: Progress): Promise<void> {
  await buildFunctions({ root, onProgress })
  await Promise.all(platforms.map((platform) => buildPlatform(platform, onProgress)))
}
