/** The releases kept in docs/released/: what each promised its phones, and one day of calls they made. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { isOlder, Version } from '../../../domain/kernel/version'
import { root } from '../options'
import { Contract } from './shape'

const Call = v.object({
  kind: v.literal('call'),
  fn: v.string(),
  openid: v.optional(v.string()),
  source: v.optional(v.string()),
  event: v.object({ endpoint: v.string(), input: v.unknown() }),
  reply: v.unknown(),
})
/** What a phone does beside calling a function, and what it was given for it. */
const PhoneCode = v.object({
  kind: v.literal('phoneCode'),
  openid: v.string(),
  phone: v.optional(v.string()),
  gave: v.string(),
})
const Upload = v.object({
  kind: v.literal('upload'),
  openid: v.string(),
  path: v.string(),
  base64: v.string(),
  gave: v.string(),
})
const Deed = v.variant('kind', [Call, PhoneCode, Upload])
export type Call = v.InferOutput<typeof Call>
export type Deed = v.InferOutput<typeof Deed>

export type Release = { readonly version: string; readonly contract: Contract; readonly deeds: readonly Deed[] }

const folder = join(root, 'docs', 'released')
const filesOf = (version: string) => ({
  contract: join(folder, version, 'contract.json'),
  deeds: join(folder, version, 'deeds.jsonl'),
})

export const releases = (): string[] =>
  (existsSync(folder) ? readdirSync(folder) : [])
    .filter((name) => v.is(Version, name))
    .sort((one, other) => (isOlder(one, other) ? -1 : 1))

export function readRelease(version: string): Release {
  const { contract, deeds } = filesOf(version)
  const lines = readFileSync(deeds, 'utf8').trim().split('\n')
  return {
    version,
    contract: v.parse(Contract, JSON.parse(readFileSync(contract, 'utf8'))),
    deeds: lines.map((line) => v.parse(Deed, JSON.parse(line))),
  }
}

/** A line each, so that two releases can be laid side by side. */
export function writeRelease({ version, contract, deeds }: Release): void {
  const files = filesOf(version)
  mkdirSync(join(folder, version), { recursive: true })
  const rows = Object.entries(contract).map(([name, row]) => `${JSON.stringify(name)}: ${JSON.stringify(row)}`)
  writeFileSync(files.contract, `{\n${rows.join(',\n')}\n}\n`)
  writeFileSync(files.deeds, `${deeds.map((deed) => JSON.stringify(deed)).join('\n')}\n`)
}
