/** The folder that keeps the city of this desk: checked before anything is built, and given its keys on the first run. */
import { accessSync, constants, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DESK_TEMPLATE } from '../env'
import { freshKeyRing } from './keys'
import { CannotGoOn } from './say'

/** Node's permission check answers yes to an administrator, who may indeed write. */
function assertUsable(dataDir: string): void {
  if (!statSync(dataDir).isDirectory()) throw new CannotGoOn(`${dataDir} is a file: --data wants a folder.`)
  try {
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch {
    throw new CannotGoOn(`${dataDir} cannot be read and written by you: give yourself the right, or use --data.`)
  }
}

/** What a desk needs beside its keys; a folder made before one of these was asked for is given it. */
const settings = { NUANHU_NOTICE_TEMPLATE: DESK_TEMPLATE, NUANHU_OLDEST_CLIENT: '0.0.0' }

export function prepareDataFolder(dataDir: string): void {
  try {
    if (!existsSync(dataDir)) mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  } catch {
    throw new CannotGoOn(`${dataDir} cannot be made: make it yourself, or use --data.`)
  }
  assertUsable(dataDir)
  const file = envFile(dataDir)
  const stored = existsSync(file) ? readEnv(dataDir) : { NUANHU_KEYS: JSON.stringify(freshKeyRing()) }
  const isWhole = Object.keys(settings).every((name) => name in stored)
  if (!isWhole) writeEnv(dataDir, { ...settings, ...stored })
}

const envFile = (dataDir: string): string => join(dataDir, 'env.json')

/** The values the functions find in their environment; the file is the owner's alone. */
export function readEnv(dataDir: string): Record<string, string> {
  const file = envFile(dataDir)
  try {
    const stored: unknown = JSON.parse(readFileSync(file, 'utf8'))
    if (typeof stored === 'object' && stored !== null)
      return Object.fromEntries(Object.entries(stored).map(([name, value]) => [name, String(value)]))
  } catch {}
  throw new CannotGoOn(
    `${file} is damaged and holds the keys of this data: put its copy back, or start with another --data.`,
  )
}

export const writeEnv = (dataDir: string, env: Record<string, string>): void =>
  writeFileSync(envFile(dataDir), `${JSON.stringify(env, null, 2)}\n`, { mode: 0o600 })
