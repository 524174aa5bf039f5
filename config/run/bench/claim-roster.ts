/** A roster as long as one may be: read from Excel, counted by several calls at a time, handed in; the next month the same people again; taken back. */
import { performance } from 'node:perf_hooks'
import type * as v from 'valibot'
import { workbook } from '../../../cloudfunctions/_lib/workbook'
import { mostLines, type ProgrammeDetails } from '../../../domain/claim'
import { addMonths, onOf } from '../../../domain/kernel/time'
import { buildFunctions } from '../../functions'
import { phoneWith, uploadFrom } from '../demo/caller'
import { root } from '../options'
import { appoint, openProgramme } from './claim-town'
import { row, table } from './page'
import { timed } from './timed'
import { admin, numberOf, openTown, type Town } from './town'

const district = { level: 'district', id: '310106' } as const
const employer = { level: 'org', id: 'org-bench' } as const
const bureau = 'oBenchBureau001'
const officer = 'oBenchEmployer1'
const source = { documentId: 'paper', article: '第五条' }
const thisMonth = onOf(new Date())
const months = [addMonths(thisMonth, -1), thisMonth].map((day) => day.slice(0, 7))

const details: v.InferInput<typeof ProgrammeDetails> = {
  title: '线上职业培训补贴',
  benefit: 'onlineTraining',
  gives: 'cash',
  payer: '某区人社局',
  amount: { way: 'formula', fen: 2_000, per: 'trainingHour', mostUnits: 20, capFen: 40_000 },
  amountSource: source,
  rules: [
    { fact: 'hasContract', must: { is: [true] }, source },
    { fact: 'trainingHours', must: { atLeast: 5 }, source },
  ],
  documents: [{ documentId: 'paper', title: '某通知', issuer: '某办公室', issuedOn: '2021-02-06' }],
  opensOn: '2021-01-01',
  closesOn: '2100-01-01',
  months,
  mostMonths: 6,
  budgetFen: 10_000_000_000,
  excludes: [],
  evidence: [],
}

async function openTraining(town: Town): Promise<string> {
  const { site } = phoneWith(town.cloud, admin)
  await site.addArea({ requestId: 'bench-org', kind: 'org', id: employer.id, name: '某公司', districtId: district.id })
  await appoint(town, 'bureauOfficer', district, bureau)
  await appoint(town, 'employerOfficer', employer, officer)
  return openProgramme(town, bureau, district, details, 'roster')
}

const fileOf = (lines: number): Promise<Buffer> =>
  workbook([
    {
      title: '名册',
      head: ['姓名', '证件号', '学时', '合同', '部门'],
      rows: Array.from({ length: lines }, (_, n) => ['王某', numberOf(n), String(5 + (n % 30)), '是', '某部']),
    },
  ])

/** Seconds, the longest call, and what was asked of the database for each row. */
async function counted<T>({ cloud }: Town, what: string, lines: number, act: () => Promise<T>): Promise<T> {
  const before = cloud.calls().length
  const from = performance.now()
  const done = await act()
  const seconds = ((performance.now() - from) / 1000).toFixed(1)
  const calls = cloud.calls().slice(before)
  const asked = calls.reduce((all, { requests }) => all + requests, 0)
  const longest = (Math.max(...calls.map(({ ms }) => ms)) / 1000).toFixed(2)
  row(what, calls.length, seconds, longest, asked, (asked / lines).toFixed(3))
  return done
}

async function month(town: Town, programmeId: string, lines: number, at: number, atOnce: number): Promise<void> {
  const { claim } = phoneWith(town.cloud, officer)
  const name = `${at}-${atOnce}`
  const fileId = await uploadFrom(town.cloud, officer, `${name}.xlsx`, await fileOf(lines))
  const began = performance.now()
  const read = {
    requestId: `bench-read-${name}`,
    scope: employer,
    programmeId,
    edition: 1,
    month: months[at] ?? '',
    fileId,
  }
  const { claim: draft } = await counted(town, `month ${at + 1}, read`, lines, () => claim.readRoster(read))
  await counted(town, `count, ${atOnce} at a time`, lines, () =>
    timed(draft.parts, atOnce, (part) =>
      claim.countRoster({ requestId: `bench-count-${name}-${part}`, id: draft.id, part }),
    ),
  )
  row('read and counted', '', ((performance.now() - began) / 1000).toFixed(1), '', '', '')
  const card = { name: '某公司', account: '1001000000001', bank: '某银行' }
  const form = { card, evidence: [], declares: true as const }
  const handing = { requestId: `bench-hand-${name}`, id: draft.id, version: draft.version, form }
  const { claim: handed } = await counted(town, 'hand in', lines, () => claim.submitRoster(handing))
  console.log(`\n${handed.stateLabel}: ${handed.people} of ${lines}\n`)
}

async function takeBack(town: Town, lines: number): Promise<void> {
  const { claim } = phoneWith(town.cloud, officer)
  const { claims } = await claim.rosterClaims({ scope: employer })
  for (const { id, version } of claims)
    await counted(town, 'take back', lines, () =>
      claim.act({ requestId: `bench-back-${id}`, id, version, action: 'withdraw', form: {} }),
    )
}

export async function benchRoster(atOnce = 3, lines = mostLines): Promise<void> {
  await buildFunctions({ root })
  const town = await openTown()
  const programmeId = await openTraining(town)
  table(`${lines} rows`, 'calls', 'seconds', 'longest call', 'requests', 'requests a row')
  await month(town, programmeId, lines, 0, atOnce)
  await month(town, programmeId, lines, 1, atOnce)
  await takeBack(town, lines)
  await town.cloud.stop()
}
