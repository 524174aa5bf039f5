/** The local cloud's own figures: beside Parse Server on PostgreSQL, beside constant answers, by memory, by growth. */
import { newFolder } from '../folder'
import { row, table } from '../page'
import { median, type Timed } from '../timed'
import { buildLamps, fill, type Ours, startOurs } from './ours'
import { startPeer } from './peer'
import { oursBy, pass, peerBy, type Way, type Work } from './shots'

const mb = (bytes: number): string => (bytes / 2 ** 20).toFixed(0)

const PASSES = 5
const IN_FLIGHT = 32
/** Each way claims lamps of its own. */
const SHARE = 40_000

type Lane = { readonly name: string; readonly work: Work; readonly way: Way; readonly perPass: number }

/** One short pass of each lane after the other, again and again, so that what disturbs the machine disturbs all. */
async function interleaved(lanes: readonly Lane[]): Promise<Map<string, Timed[]>> {
  const passes = new Map<string, Timed[]>(lanes.map(({ name }) => [name, []]))
  for (let turn = 0; turn <= PASSES; turn += 1)
    for (const [at, { name, way, perPass }] of lanes.entries()) {
      const done = await pass(way, SHARE * at + turn * perPass, perPass, IN_FLIGHT)
      /** The first turn warms. */
      if (turn > 0) passes.get(name)?.push(done)
    }
  return passes
}

const speedOf = (passes: readonly Timed[]): number => median(passes.map(({ perSecond }) => perSecond))

async function compare(ours: Ours, floor: Ours, stored: number): Promise<void> {
  const peer = await startPeer(stored)
  const ways: Readonly<Record<'claim' | 'insert' | 'list', readonly string[]>> = {
    claim: ['claimDocumented', 'claimBest'],
    insert: ['insertDocumented', 'insertBest'],
    list: ['list'],
  }
  table(
    'work, 32 in flight',
    'ours, a second',
    'constant answers',
    'documented way',
    'best way',
    'ours / documented',
    'ours / best',
    'ours / constant',
  )
  for (const work of ['claim', 'insert', 'list'] as const) {
    const lanes: Lane[] = [
      { name: 'ours', work, way: oursBy(ours.url, work), perPass: 1500 },
      { name: 'constant', work, way: oursBy(floor.url, work), perPass: 1500 },
      ...ways[work].map((name) => ({ name, work, way: peerBy(peer.url, work, name), perPass: 600 })),
    ]
    const passes = await interleaved(lanes)
    const speed = (name: string): number => speedOf(passes.get(name) ?? [])
    const [documented = '', best = documented] = ways[work]
    const of = (name: string): string => (speed('ours') / speed(name)).toFixed(2)
    const figures = ['ours', 'constant', documented, best].map((name) => Math.round(speed(name)))
    row(work, ...figures, of(documented), of(best), of('constant'))
  }
  await peer.stop()
}

async function tails(ours: Ours): Promise<void> {
  table('work, 128 in flight', 'p50, ms', 'p99, ms', 'p99 / p50')
  for (const [at, work] of (['claim', 'insert', 'list'] as const).entries()) {
    const { p50, p99 } = await pass(oursBy(ours.url, work), SHARE * 4 + at * 5000, 4000, 128)
    row(work, p50.toFixed(1), p99.toFixed(1), (p99 / p50).toFixed(1))
  }
}

/** What the process holds after as many lists, by the function instances it may have. */
async function memory(dataDir: string, distDir: string, stored: number): Promise<void> {
  table('function instances', 'MB after the start', 'MB after 4,000 lists', 'start, ms')
  for (const instances of [1, 4, 8]) {
    const fresh = await startOurs(dataDir, distDir, '', instances)
    const before = await fresh.rss()
    await pass(oursBy(fresh.url, 'list'), 0, 4000, IN_FLIGHT)
    row(instances, mb(before), mb(await fresh.rss()), fresh.startedMs.toFixed(0))
    await fresh.stop()
  }
  console.log(`\nOver ${stored} documents; the start in a process that has loaded its code.`)
}

/** Killed while 32 in flight write: from there to answering again, its code being loaded anew too. */
async function restart(dataDir: string, distDir: string, stored: number): Promise<void> {
  const seconds: number[] = []
  for (let turn = 0; turn < PASSES; turn += 1) {
    const ours = await startOurs(dataDir, distDir)
    const writing = pass(oursBy(ours.url, 'insert'), 20 * stored + turn * 5000, 5000, IN_FLIGHT).catch(() => undefined)
    await pass(oursBy(ours.url, 'list'), 0, 500, 1)
    await ours.kill()
    await writing
    const from = performance.now()
    const again = await startOurs(dataDir, distDir)
    await pass(oursBy(again.url, 'list'), 0, 1, 1)
    seconds.push((performance.now() - from) / 1000)
    await again.stop()
  }
  console.log(`\nKilled while writing over ${stored} documents: answers again after ${median(seconds).toFixed(2)} s.`)
}

async function growth(distDir: string, sizes: readonly number[]): Promise<void> {
  const dataDir = newFolder()
  const ours = await startOurs(dataDir, distDir)
  const before = new Map<Work, number>()
  table('documents', 'get, p50 ms', 'list', 'claim', 'insert', 'worst against the first')
  let stored = 0
  for (const size of sizes) {
    await fill(ours.url, stored, size)
    const found = new Map<Work, number>()
    for (const work of ['get', 'list', 'claim', 'insert'] as const) {
      const from = work === 'insert' ? 10 * size : stored
      await pass(oursBy(ours.url, work), from, 500, 1)
      found.set(work, (await pass(oursBy(ours.url, work), from + 500, 2000, 1)).p50)
    }
    const ratios = [...found].map(([work, p50]) => p50 / (before.get(work) ?? p50))
    if (before.size === 0) for (const [work, p50] of found) before.set(work, p50)
    row(size, ...[...found.values()].map((p50) => p50.toFixed(3)), Math.max(...ratios).toFixed(2))
    stored = size
  }
  await ours.stop()
}

export async function benchCloud({ many, most }: { many: number; most: number }): Promise<void> {
  const distDir = await buildLamps()
  const dataDir = newFolder()
  const [ours, floor] = [await startOurs(dataDir, distDir), await startOurs(newFolder(), distDir, 'constant')]
  await fill(ours.url, 0, many)
  await compare(ours, floor, many)
  await tails(ours)
  await Promise.all([ours.stop(), floor.stop()])
  await memory(dataDir, distDir, many)
  await restart(dataDir, distDir, many)
  await growth(distDir, [10_000, most])
}
