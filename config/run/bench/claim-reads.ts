/** What claims cost to read and to hand in: waits for the database, time spent judging, and a work list over few and many. */
import { performance } from 'node:perf_hooks'
import * as v from 'valibot'
import { judgeNow } from '../../../cloudfunctions/claim/judging'
import { type ClaimForm, claimApi, ProgrammeDetails } from '../../../domain/claim'
import { clientOf } from '../../../domain/kernel/client'
import { factsOf } from '../../../domain/rules'
import { buildFunctions } from '../../functions'
import { phoneWith } from '../demo/caller'
import { root } from '../options'
import { seedClaims } from './claim-seed'
import { appoint, openProgramme } from './claim-town'
import { load, type Shot, waitsOf } from './load'
import { row, table } from './page'
import { becomeFunction } from './seed'
import { median } from './timed'
import { draftOf, FIRST_FRESH, openTown, type Town } from './town'

const PROGRAMMES = 50
const RULES = 15
const TURNS = 200
const DISTRICT = { level: 'district', id: '310106' } as const
const reviewer = 'oBenchReviewer1'
const union = 'oBenchUnion0001'
const claimant = 'oBenchClaimant1'
const source = { documentId: 'paper', article: '第二条' }

/** Facts of every kind, some of them unknown, as a real programme has them. */
const rules: v.InferInput<typeof ProgrammeDetails>['rules'] = [
  { fact: 'stay', must: { is: ['staying'] }, source },
  { fact: 'trade', must: { is: ['construction', 'cleaning'] }, source },
  { fact: 'residence', must: { is: ['factory', 'community'] }, source },
  { fact: 'age', must: { atLeast: 16 }, source },
  { fact: 'registeredOn', must: { onOrAfter: '2021-01-01' }, source },
  { fact: 'hasContract', must: { is: [true] }, source },
  { fact: 'festivalDays', must: { atLeast: 5 }, source },
  {
    anyOf: [
      { fact: 'isUnionMember', must: { is: [true] }, source },
      { fact: 'isHardship', must: { is: [true] }, source },
    ],
  },
]

const details = (n: number): v.InferInput<typeof ProgrammeDetails> => ({
  title: `项目 ${n}`,
  benefit: 'phone',
  gives: 'cash',
  payer: '某区总工会',
  amount: { way: 'fixed', fen: 30_000 },
  amountSource: source,
  rules: Array.from(
    { length: RULES },
    (_, at) => rules[at % rules.length] ?? { fact: 'verified', must: { is: [true] }, source },
  ),
  documents: [{ documentId: 'paper', title: '某通知', issuer: '某办公室', issuedOn: '2021-02-06' }],
  opensOn: '2021-01-01',
  closesOn: '2100-01-01',
  months: [],
  budgetFen: 100_000_000,
  excludes: [],
  evidence: [],
})

const phone = ({ cloud }: Town, openid: string) => ({
  ...phoneWith(cloud, openid),
  claim: clientOf(claimApi, async (name, endpoint, input) => {
    const reply: unknown = await cloud.call(name, { openid, event: { endpoint, input } })
    if (typeof reply === 'object' && reply !== null && 'data' in reply) return reply.data
    throw new Error(`${name}.${endpoint} answered ${JSON.stringify(reply)}`)
  }),
})

async function openProgrammes(town: Town): Promise<string[]> {
  await appoint(town, 'unionOfficer', DISTRICT, union)
  await appoint(town, 'reviewer', DISTRICT, reviewer)
  const ids: string[] = []
  for (let n = 0; n < PROGRAMMES; n += 1)
    ids.push(await openProgramme(town, union, DISTRICT, details(n), `programme-${n}`))
  return ids
}

/** All programmes of one person, in this very process: nothing but computing. */
function judgingMs(): number {
  const facts = factsOf({
    stay: 'staying',
    trade: 'construction',
    residence: 'factory',
    age: 33,
    registeredOn: '2021-02-01',
  })
  const parsed = Array.from({ length: PROGRAMMES }, (_, n) => v.parse(ProgrammeDetails, details(n)))
  const now = new Date()
  const taken = Array.from({ length: TURNS }, () => {
    const from = performance.now()
    for (const one of parsed) judgeNow(one, facts, now)
    return performance.now() - from
  })
  return median(taken.slice(TURNS / 2))
}

const form = (): v.InferInput<typeof ClaimForm> => ({
  answers: { hasContract: true, festivalDays: 7, isUnionMember: true },
  card: { account: '6222021234567890128', bank: '工商银行' },
  evidence: [],
  declares: true,
})

export async function benchClaimReads({ few, many }: { few: number; many: number }): Promise<void> {
  await buildFunctions({ root })
  const town = await openTown()
  const [programmeId = '', ...others] = await openProgrammes(town)
  await phone(town, claimant).worker.register(draftOf(town, FIRST_FRESH + 7))
  table('what', 'waits (requests)', 'p50 at 1, ms', 'computing, ms')
  const asks: Shot = { fn: 'claim', openid: claimant, endpoint: 'programmes', input: {} }
  await load(town, () => asks, 20, 1)
  const read = await load(town, () => asks, 100, 1)
  const waited = waitsOf(town, 'claim', 'programmes')
  row(
    `programmes, ${PROGRAMMES} × ${RULES} rules`,
    `${waited.waits} (${waited.requests})`,
    read.p50.toFixed(1),
    judgingMs().toFixed(2),
  )
  const hands = (n: number): Shot => ({
    fn: 'claim',
    openid: claimant,
    endpoint: 'submit',
    input: { requestId: `bench-submit-${n}`, programmeId: others[n], edition: 1, period: 'once', form: form() },
  })
  const sent = await load(town, hands, 20, 1)
  const handed = waitsOf(town, 'claim', 'submit')
  row('submit', `${handed.waits} (${handed.requests})`, sent.p50.toFixed(1), `refused ${sent.refused}`)

  becomeFunction(town)
  const lists: Shot = {
    fn: 'claim',
    openid: reviewer,
    endpoint: 'workList',
    input: { scope: DISTRICT, queue: 'review' },
  }
  table('work list over', 'waits (requests)', 'p50 at 1, ms', 'refused', 'against few')
  let before = 0
  for (const stored of [few, many]) {
    await seedClaims(programmeId, before === 0 ? 0 : few, stored)
    await load(town, () => lists, 50, 1)
    const one = await load(town, () => lists, 300, 1)
    const { waits, requests } = waitsOf(town, 'claim', 'workList')
    row(
      stored,
      `${waits} (${requests})`,
      one.p50.toFixed(1),
      one.refused,
      before === 0 ? '' : (one.p50 / before).toFixed(2),
    )
    before = one.p50
  }
  await town.cloud.stop()
}
