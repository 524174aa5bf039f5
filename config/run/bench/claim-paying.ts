/** A batch of as many claims as it holds, the file for the bank and the bank's file about it: seconds of all calls, the longest of them, waits for the database, memory. */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { promisify } from 'node:util'
import type * as v from 'valibot'
import { csv, readCsv } from '../../../cloudfunctions/_lib/csv'
import type { ProgrammeDetails } from '../../../domain/claim'
import { buildFunctions } from '../../functions'
import { phoneWith, uploadFrom } from '../demo/caller'
import { root } from '../options'
import { seedPayable } from './claim-seed'
import { appoint, openProgramme } from './claim-town'
import { row, table } from './page'
import { becomeFunction } from './seed'
import { openTown, type Town } from './town'

const scope = { level: 'district', id: '310106' } as const
const union = 'oBenchPayUnion1'
const cashier = 'oBenchCashier01'
const source = { documentId: 'paper', article: '第二条' }
/** One of a hundred comes back. */
const FAILS = 100

const details: v.InferInput<typeof ProgrammeDetails> = {
  title: '留沪过年通讯费',
  benefit: 'phone',
  gives: 'cash',
  payer: '某区总工会',
  amount: { way: 'fixed', fen: 30_000 },
  amountSource: source,
  rules: [],
  documents: [{ documentId: 'paper', title: '某通知', issuer: '某办公室', issuedOn: '2021-02-06' }],
  opensOn: '2021-01-01',
  closesOn: '2100-01-01',
  months: [],
  budgetFen: 1_000_000_000,
  excludes: [],
  evidence: [],
}

async function openPhone(town: Town): Promise<string> {
  await appoint(town, 'unionOfficer', scope, union)
  await appoint(town, 'cashier', scope, cashier)
  return openProgramme(town, union, scope, details, 'pay')
}

/** One row of the page: all calls of an endpoint, one after the other; what function and cloud computed is told apart, since others may be busy too. */
async function timed<T>(town: Town, endpoint: string, lines: number, act: () => Promise<T>): Promise<T> {
  const before = town.cloud.calls().length
  const [from, busy] = [performance.now(), process.cpuUsage()]
  const done = await act()
  const seconds = (performance.now() - from) / 1000
  const { user, system } = process.cpuUsage(busy)
  const calls = town.cloud
    .calls()
    .slice(before)
    .filter((call) => call.endpoint === endpoint)
  const asked = calls.reduce((all, { requests }) => all + requests, 0)
  const longest = Math.max(...calls.map(({ ms }) => ms)) / 1000
  row(
    endpoint,
    calls.length,
    seconds.toFixed(1),
    ((user + system) / 1e6).toFixed(1),
    longest.toFixed(2),
    asked,
    (asked / lines).toFixed(2),
  )
  return done
}

async function makeBatch({ cloud }: Town, programmeId: string): Promise<string> {
  const { claim } = phoneWith(cloud, cashier)
  const once = (n: number) => ({ requestId: `bench-batch-${n}`, scope, programmeId })
  let { batch, left } = await claim.makeBatch(once(0))
  for (let n = 1; left > 0; n += 1) ({ batch, left } = await claim.makeBatch({ ...once(n), batchId: batch.id }))
  return batch.id
}

const takeFile = (town: Town, id: string, form: 'xlsx' | 'csv') =>
  phoneWith(town.cloud, cashier).claim.batchFile({ requestId: `bench-file-${form}`, id, form, reason: '交给银行' })

/** What the bank was given, with what came of it. */
async function bankFile(town: Town, url: string): Promise<string> {
  const given = readCsv(Buffer.from(await (await fetch(url)).arrayBuffer()), 20_000)
  const [head = { cells: [] }, ...lines] = given
  const answers = lines.map(({ cells }, n) => [...cells, ...(n % FAILS === 0 ? ['失败', '账号不存在'] : ['成功', ''])])
  return uploadFrom(town.cloud, cashier, 'bank.csv', csv([...head.cells, '结果', '原因'], answers))
}

const memoryOf = async (events: readonly object[]): Promise<number> => {
  const instance = join(root, 'config', 'run', 'bench', 'instance.cjs')
  const entry = join(root, 'dist', 'cloudfunctions', 'claim', 'index.js')
  const env = { ...process.env, WX_CONTEXT_KEYS: 'WX_OPENID', WX_OPENID: cashier, TCB_SOURCE: 'wx_client' }
  const args = [instance, entry, ...events.map((one) => JSON.stringify(one))]
  return Math.round(Number((await promisify(execFile)(process.execPath, args, { env })).stdout))
}

export async function benchPaying(lines: number): Promise<void> {
  await buildFunctions({ root })
  const town = await openTown()
  const programmeId = await openPhone(town)
  becomeFunction(town)
  await seedPayable(programmeId, lines)
  const { claim } = phoneWith(town.cloud, cashier)
  table(`${lines} lines`, 'calls', 'seconds', 'of them computing', 'longest', 'requests', 'requests a line')
  const batchId = await timed(town, 'makeBatch', lines, () => makeBatch(town, programmeId))
  await timed(town, 'batchFile', lines, () => takeFile(town, batchId, 'xlsx'))
  const { fileUrl } = await timed(town, 'batchFile', lines, () => takeFile(town, batchId, 'csv'))
  const fileId = await bankFile(town, fileUrl)
  const asked = { requestId: 'bench-results', batchId, fileId }
  const { importId, parts } = await timed(town, 'importResults', lines, () => claim.importResults(asked))
  await timed(town, 'applyResults', lines, async () => {
    for (let part = 0; part < parts; part += 1)
      await claim.applyResults({ requestId: `bench-part-${part}`, batchId, importId, part })
  })
  const { batch } = await claim.batch({ id: batchId })
  console.log(`\n${batch.stateLabel}: ${batch.paid} + ${batch.failed} of ${batch.lines}\n`)
  table('one instance, a process of its own', 'peak memory, MB')
  const event = (endpoint: string, input: object) => ({ endpoint, input })
  const reason = '交给银行'
  const xlsx = event('batchFile', { requestId: 'bench-memory', id: batchId, form: 'xlsx', reason })
  row('reads one batch', await memoryOf([event('batch', { id: batchId })]))
  row('batchFile, xlsx', await memoryOf([xlsx]))
  row('importResults', await memoryOf([event('importResults', asked)]))
  row('both, one after the other', await memoryOf([xlsx, event('importResults', asked)]))
  await town.cloud.stop()
}
