/**
 * `npm run bench [product | cloud | wish | claim | sheets | phone]`, printed as a Markdown page. `product`: start time,
 * package sizes, waits for the database, speed with few and with many workers stored. `cloud`: the local cloud beside its
 * peer. `wish`: the wall and its lamps beside the same peer. `claim`: reading, handing in and paying claims. `phone`: how
 * soon a phone can be used, and what each step of each story sets.
 */
import { spawnSync } from 'node:child_process'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { parseArgs } from 'node:util'
import { packageSizes } from '../gates'
import { benchClaim } from './bench/claim'
import { benchCloud } from './bench/cloud'
import { load, type Shot, type Timing, waitsOf } from './bench/load'
import { row, table } from './bench/page'
import { benchPhone } from './bench/phone'
import { seed } from './bench/seed'
import { benchSheets } from './bench/sheets'
import { startSeconds } from './bench/starting'
import { draftOf, FIRST_FRESH, officer, openTown, type Town } from './bench/town'
import { benchWish } from './bench/wish'
import { root } from './options'
import { command } from './say'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    few: { type: 'string', default: '10000' },
    many: { type: 'string', default: '200000' },
    most: { type: 'string', default: '1000000' },
  },
})
const machine = `${cpus().length} × ${cpus()[0]?.model}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`

/** Numbers no seed uses, so that each registration of the bench is somebody new. */
let fresh = FIRST_FRESH

const shots = (town: Town): Readonly<Record<string, (n: number) => Shot>> => ({
  register: () => {
    fresh += 1
    return { fn: 'worker', openid: `oBench${fresh}`, endpoint: 'register', input: draftOf(town, fresh) }
  },
  mine: (n) => ({ fn: 'worker', openid: `oBench${FIRST_FRESH + 1 + (n % 100)}`, endpoint: 'mine', input: {} }),
  roster: (n) => ({
    fn: 'worker',
    openid: officer,
    endpoint: 'roster',
    input: { scope: { level: 'site', id: town.sites[n % town.sites.length]?.id } },
  }),
  'roster of a street': () => ({
    fn: 'worker',
    openid: officer,
    endpoint: 'roster',
    input: { scope: { level: 'street', id: '310106014' } },
  }),
  scan: (n) => ({
    fn: 'site',
    openid: `oBench${n}x`,
    endpoint: 'scan',
    input: { scene: town.sites[n % town.sites.length]?.scene },
  }),
})

const ms = (value: number): string => value.toFixed(1)

const speeds = async (
  town: Town,
  stored: number,
  before: ReadonlyMap<string, number>,
): Promise<Map<string, number>> => {
  const medians = new Map<string, number>()
  for (const [name, shotAt] of Object.entries(shots(town))) {
    await load(town, shotAt, 100, 8)
    const one: Timing = await load(town, shotAt, 200, 1)
    const { fn, endpoint } = shotAt(0)
    const { waits, requests } = waitsOf(town, fn, endpoint)
    const many: Timing = await load(town, shotAt, 1_000, 32)
    const growth = before.get(name)
    row(
      name,
      stored,
      `${waits} (${requests})`,
      ms(one.p50),
      ms(one.p99),
      ms(many.p50),
      ms(many.p99),
      Math.round(many.perSecond),
      one.refused + many.refused,
      growth ? (one.p50 / growth).toFixed(2) : '',
    )
    medians.set(name, one.p50)
  }
  return medians
}

async function benchProduct(few: number, many: number): Promise<void> {
  const built = spawnSync(process.execPath, ['--import', 'tsx', join(root, 'config', 'run', 'build.ts')], {
    cwd: root,
    stdio: 'inherit',
  })
  if (built.status !== 0) process.exit(1)
  table('package', 'KB')
  for (const { name, bytes } of packageSizes(join(root, 'dist', 'weapp'))) row(name, (bytes / 1024).toFixed(0))
  console.log(`\nSecond start with an unchanged tree: ${(await startSeconds()).toFixed(2)} s`)

  const town = await openTown()
  table(
    'what',
    'stored',
    'waits (requests)',
    'p50 at 1, ms',
    'p99 at 1',
    'p50 at 32',
    'p99 at 32',
    'a second at 32',
    'refused',
    'p50 against few',
  )
  await seed(town, 0, few)
  const before = await speeds(town, few, new Map())
  const from = performance.now()
  await seed(town, few, many)
  console.log(`\nSeeded to ${many} in ${Math.round((performance.now() - from) / 1000)} s\n`)
  await speeds(town, many, before)
  await town.cloud.stop()
}

command(async () => {
  const [few, many, most] = [Number(values.few), Number(values.many), Number(values.most)]
  console.log(`\n${machine}\n`)
  const isAsked = (part: string): boolean => positionals.length === 0 || positionals.includes(part)
  if (isAsked('product')) await benchProduct(few, many)
  if (isAsked('cloud')) await benchCloud({ many, most })
  if (isAsked('wish')) await benchWish({ few, many })
  if (isAsked('claim')) await benchClaim({ few, many }, positionals)
  if (isAsked('sheets')) await benchSheets()
  if (isAsked('phone')) await benchPhone()
})
