/** The demo city's subsidies: opened by their issuers, claimed by workers, decided, paid and sent back by whoever does it in life. */
import * as v from 'valibot'
import { noteOf, plainYuan } from '../../../domain/claim'
import type { Day } from '../../../domain/kernel/time'
import { phoneOf, type Uploading, upload } from './caller'
import { approvedLater, type ClaimGoal, claims, type DemoClaim, paidFirst } from './claim-rows'
import { madeUpCard } from './documents'
import type { Journal } from './journal'
import { paperPicture } from './picture'
import { type DemoProgramme, type ProgrammeKey, programmesOn } from './programme-rows'
import { claimByRoster } from './roster'
import { DISTRICT } from './rows'

export type Counter = {
  readonly cloud: Uploading
  readonly journal: Journal
  readonly siteId: string
  readonly today: Day
}
type Opened = ReadonlyMap<ProgrammeKey, string>

const Standing = v.object({ id: v.string(), version: v.number() })
type Standing = v.InferOutput<typeof Standing>
/** A claim handed in, with what is to become of it. */
type Handed = { readonly row: DemoClaim; readonly standing: Standing }

async function open({ cloud, journal }: Counter, { key, by, scope, details }: DemoProgramme): Promise<string> {
  const { claim } = phoneOf(cloud, by)
  const written = await journal.once(`programme-${key}`, Standing, async () => {
    const { programme } = await claim.saveProgramme({ requestId: `demo-programme-${key}`, scope, details })
    return programme.row
  })
  const opening = { requestId: `demo-open-${key}`, ...written }
  await journal.once(`open-${key}`, Standing, async () => (await claim.openProgramme(opening)).programme.row)
  return written.id
}

export async function openProgrammes(counter: Counter): Promise<Opened> {
  const rows = programmesOn(counter.today, counter.siteId)
  return new Map(await Promise.all(rows.map(async (row) => [row.key, await open(counter, row)] as const)))
}

const keyOf = ({ slug, programme }: DemoClaim): string => `claim-${programme}-${slug}`

const evidenceFor = async ({ cloud }: Counter, row: DemoClaim) => {
  if (row.programme !== 'festival') return []
  const fileId = await upload(cloud, row.slug, `demo-${keyOf(row)}.png`, paperPicture())
  return [{ evidenceId: 'contract', fileIds: [fileId] }]
}

const answersTo: Partial<Record<ProgrammeKey, Record<string, boolean>>> = {
  festival: { hasContract: true },
  onDuty: { worksThroughFestival: true },
}

async function handIn(counter: Counter, opened: Opened, row: DemoClaim): Promise<Handed> {
  const { cloud, journal } = counter
  const standing = await journal.once(keyOf(row), Standing, async () => {
    const { claim } = await phoneOf(cloud, row.slug).claim.submit({
      requestId: `demo-${keyOf(row)}`,
      programmeId: opened.get(row.programme) ?? '',
      edition: 1,
      period: 'once',
      form: {
        answers: answersTo[row.programme] ?? {},
        ...(row.quantity === undefined ? {} : { quantity: row.quantity }),
        card: { account: madeUpCard(row.card), bank: '工商银行' },
        evidence: await evidenceFor(counter, row),
        declares: true,
      },
    })
    return claim
  })
  return { row, standing }
}

const isAt = (goals: readonly ClaimGoal[]) => (one: Handed) => goals.includes(one.row.goal)

/** All of them in one tap, as the desk shows them. */
async function approve({ cloud, journal }: Counter, round: string, handed: readonly Handed[]): Promise<void> {
  const asked = { requestId: `demo-approve-${round}`, claims: handed.map(({ standing }) => standing) }
  await journal.once(`approve-${round}`, v.object({ approved: v.array(v.string()) }), () =>
    phoneOf(cloud, 'reviewer').claim.approveMany(asked),
  )
}

const scope = { level: 'district', id: DISTRICT } as const

async function batch({ cloud, journal }: Counter, round: string, programmeId: string): Promise<string> {
  const asked = { requestId: `demo-batch-${round}`, scope, programmeId }
  const { id } = await journal.once(`batch-${round}`, Standing, async () => {
    return (await phoneOf(cloud, 'cashier').claim.makeBatch(asked)).batch
  })
  return id
}

/** What the bank sends back: one card it does not know, the others paid. */
async function bankAnswers({ cloud, journal, today }: Counter, batchId: string, failing: string): Promise<void> {
  const cashier = phoneOf(cloud, 'cashier').claim
  await journal.once('bank-answers', v.object({ rows: v.array(v.unknown()) }), async () => {
    const { lines } = await cashier.batch({ id: batchId })
    const rows = lines.map(({ no, claimId, amountFen }) => {
      const outcome = claimId === failing ? ['失败', '账号不存在', ''] : ['成功', '', today]
      return [no, plainYuan(amountFen), noteOf(claimId), ...outcome].join(',')
    })
    const sheet = ['序号,金额,编号,结果,原因,打款日期', ...rows].join('\r\n')
    const fileId = await upload(cloud, 'cashier', 'demo-bank.csv', Buffer.from(sheet))
    const { importId } = await cashier.importResults({ requestId: 'demo-bank-file', batchId, fileId })
    return cashier.applyResults({ requestId: 'demo-bank-applied', batchId, importId, part: 0 })
  })
}

async function confirm({ cloud, journal }: Counter, { row, standing: { id } }: Handed): Promise<void> {
  const own = phoneOf(cloud, row.slug).claim
  await journal.once(`${keyOf(row)}-confirm`, Standing, async () => {
    const { claims: mine } = await own.mine({ id })
    const version = mine[0]?.version ?? 0
    return own.act({ requestId: `demo-${keyOf(row)}-confirm`, id, version, action: 'confirm', form: {} })
  })
}

/** The first batch, with the bank's answer to it. */
async function payFirst(counter: Counter, opened: Opened, handed: readonly Handed[]): Promise<void> {
  const first = handed.filter(isAt(paidFirst))
  await approve(counter, 'first', first)
  const batchId = await batch(counter, 'first', opened.get('phone') ?? '')
  await bankAnswers(counter, batchId, first.find(isAt(['payFailed']))?.standing.id ?? '')
  await Promise.all(first.filter(isAt(['confirmed'])).map((one) => confirm(counter, one)))
}

const deeds = {
  reviewing: { action: 'take' as const, form: {} },
  returned: { action: 'return' as const, form: { reason: '卡号和开户行对不上，再看一眼', parts: ['card'] } },
  refused: { action: 'refuse' as const, form: { reason: '点位说您上个月就不在那里干活了' } },
}

async function decide({ cloud, journal }: Counter, { row, standing }: Handed): Promise<void> {
  const goal = Object.entries(deeds).find(([name]) => name === row.goal)
  if (!goal) return
  const deed = { requestId: `demo-${keyOf(row)}-decide`, ...standing, ...goal[1] }
  await journal.once(`${keyOf(row)}-decide`, Standing, () => phoneOf(cloud, 'reviewer').claim.act(deed))
}

/** Agreed to once more by somebody else: its list is shown from then on. */
async function countersign({ cloud, journal }: Counter, { row, standing }: Handed): Promise<void> {
  const requestId = `demo-${keyOf(row)}-sign`
  const deed = { requestId, id: standing.id, version: standing.version + 1, action: 'countersign', form: {} } as const
  await journal.once(`${keyOf(row)}-sign`, Standing, () => phoneOf(cloud, 'countersigner').claim.act(deed))
}

export async function fillCounter(counter: Counter): Promise<void> {
  const opened = await openProgrammes(counter)
  const handed = await Promise.all(claims.map((row) => handIn(counter, opened, row)))
  await payFirst(counter, opened, handed)
  await approve(counter, 'second', handed.filter(isAt(['batched'])))
  await batch(counter, 'second', opened.get('phone') ?? '')
  await approve(counter, 'third', handed.filter(isAt(approvedLater)))
  await Promise.all([
    ...handed.filter(isAt(['published'])).map((one) => countersign(counter, one)),
    ...handed.map((one) => decide(counter, one)),
    claimByRoster(counter, opened.get('training') ?? ''),
  ])
}
