/** What the pages of claims are opened with: programmes a person can, cannot or might have, and one's own claims at every stop of the way. */
import { phoneOf, upload } from '../../config/run/demo/caller'
import { giftPicture } from '../../config/run/demo/picture'
import { DISTRICT } from '../../config/run/demo/rows'
import { noteOf } from '../../domain/claim/bank-file'
import { addDays, onOf } from '../../domain/kernel/time'
import type { Cloud } from '../../platform/cloud'
import { cardNumber, details, type Form, form } from '../builders/claims'

export type ProgrammeName = 'phone' | 'skills' | 'frontline' | 'atWork' | 'box' | 'trained' | 'transport' | 'listed'
const stops = ['submitted', 'returned', 'refused', 'paid', 'bounced', 'confirmed'] as const
export type Stop = (typeof stops)[number]

export type Claiming = {
  readonly programmeOf: Readonly<Record<ProgrammeName, string>>
  /** Those of `worker`. */
  readonly claimIn: Readonly<Record<Stop, string>>
}

/** Has claimed nothing, and is not verified yet. */
export const newClaimant = 'newcomer-21'

const district = { level: 'district', id: DISTRICT } as const
const source = { documentId: 'notice', article: '第二条' }
const contract = { evidenceId: 'contract', label: '劳动合同', hint: '有名字、有公章的那一页', atLeast: 1, atMost: 3 }

const monthBefore = (month: string, back: number): string => {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const at = year * 12 + number - 1 - back
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`
}
const thisMonth = (): string => onOf(new Date()).slice(0, 7)
/** One for each stop of `worker`'s claims, the latest first. */
const months = (): string[] => stops.map((_, back) => monthBefore(thisMonth(), back))

type Over = Parameters<typeof details>[0]
const rows = (): Record<ProgrammeName, Over> => ({
  phone: { title: '春节通讯费补贴', amount: { way: 'fixed', fen: 5_000 } },
  skills: {
    title: '线上学技能补贴',
    benefit: 'health',
    payer: '静安区人社局',
    rules: [
      { fact: 'stay', must: { is: ['staying'] }, source },
      { fact: 'hasContract', must: { is: [true] }, source },
    ],
  },
  frontline: {
    title: '一线岗位额外补贴',
    benefit: 'stateOwnedExtra',
    rules: [
      { fact: 'trade', must: { is: ['catering', 'delivery'] }, source },
      { fact: 'stay', must: { is: ['staying'] }, source },
    ],
  },
  atWork: {
    title: '春节在岗补贴',
    benefit: 'living',
    amount: { way: 'formula', fen: 6_000, per: 'festivalDay', mostUnits: 7 },
    rules: [
      { fact: 'stay', must: { is: ['staying'] }, source },
      { fact: 'worksThroughFestival', must: { is: [true] }, source },
    ],
    months: [thisMonth(), monthBefore(thisMonth(), 1)],
    evidence: [contract, { evidenceId: 'rota', label: '排班表', atLeast: 0, atMost: 2 }],
  },
  box: { title: '新春年货礼包', benefit: 'retail', gives: 'inKind', what: '新春年货礼包一份', places: 1 },
  trained: { title: '线上职业培训补贴', benefit: 'onlineTraining', payer: '静安区人社局', months: [thisMonth()] },
  transport: { title: '交通费补贴', benefit: 'transport', months: months(), evidence: [contract] },
  listed: { title: '影音娱乐补贴', benefit: 'entertainment', publishDays: 5 },
})

async function open(cloud: Cloud, name: ProgrammeName): Promise<string> {
  const union = phoneOf(cloud, 'union').claim
  const today = onOf(new Date())
  const { programme } = await union.saveProgramme({
    requestId: `screens-write-${name}`,
    scope: district,
    details: details({ opensOn: addDays(today, -30), closesOn: addDays(today, 20), ...rows()[name] }),
  })
  const { id, version } = programme.row
  await union.openProgramme({ requestId: `screens-open-${name}`, id, version })
  return id
}

const picture = (cloud: Cloud, slug: string, name: string): Promise<string> =>
  upload(cloud, slug, `screens-${name}.png`, giftPicture('festivalBox'))

type Handed = { readonly id: string; readonly version: number }

async function hand(cloud: Cloud, slug: string, programmeId: string, period: string, over: Partial<Form>) {
  const { claim } = await phoneOf(cloud, slug).claim.submit({
    requestId: `screens-claim-${slug}-${programmeId.slice(0, 8)}-${period}`,
    programmeId,
    edition: 1,
    period,
    form: form(over),
  })
  return claim
}

const once = (deed: string, { id, version }: Handed) => ({ requestId: `screens-${deed}-${id}`, id, version })

const approve = (cloud: Cloud, claim: Handed) =>
  phoneOf(cloud, 'reviewer').claim.act({ ...once('approve', claim), action: 'approve', form: {} })

/** What the bank answers for each claim of a batch, in its own file. */
async function pay(cloud: Cloud, programmeId: string, failing: string): Promise<void> {
  const cashier = phoneOf(cloud, 'cashier').claim
  const named = (deed: string) => ({ requestId: `screens-${deed}-${programmeId.slice(0, 8)}` })
  const { batch } = await cashier.makeBatch({ ...named('batch'), scope: district, programmeId })
  const { lines } = await cashier.batch({ id: batch.id })
  const answers = lines.map(({ no, claimId, amountFen }) => {
    const outcome = claimId === failing ? '失败,账号不存在' : '成功,'
    return `${no},${(amountFen / 100).toFixed(2)},${noteOf(claimId)},${outcome}`
  })
  const sheet = ['序号,金额,编号,结果,原因', ...answers].join('\r\n')
  const fileId = await upload(cloud, 'cashier', 'screens-bank.csv', Buffer.from(sheet))
  const { importId, parts } = await cashier.importResults({ ...named('read'), batchId: batch.id, fileId })
  for (let part = 0; part < parts; part += 1)
    await cashier.applyResults({ ...named(`apply-${part}`), batchId: batch.id, importId, part })
}

async function ownClaims(cloud: Cloud, programmeId: string): Promise<Claiming['claimIn']> {
  const handed: Handed[] = []
  for (const [at, month] of months().entries()) {
    const fileIds = [await picture(cloud, 'worker', `contract-${at}`)]
    const card = { account: cardNumber(400 + at), bank: '工商银行' }
    handed.push(
      await hand(cloud, 'worker', programmeId, month, { card, evidence: [{ evidenceId: 'contract', fileIds }] }),
    )
  }
  const [submitted, returned, refused, paid, bounced, confirmed] = handed
  if (!submitted || !returned || !refused || !paid || !bounced || !confirmed)
    throw new Error('not all claims were made')
  const reviewer = phoneOf(cloud, 'reviewer').claim
  const blurred = { reason: '合同照片看不清公章', parts: ['contract'] }
  await reviewer.act({ ...once('return', returned), action: 'return', form: blurred })
  await reviewer.act({ ...once('refuse', refused), action: 'refuse', form: { reason: '这个月您不在这个工地' } })
  for (const claim of [paid, bounced, confirmed]) await approve(cloud, claim)
  await pay(cloud, programmeId, bounced.id)
  const { claims } = await phoneOf(cloud, 'worker').claim.mine({ id: confirmed.id })
  const version = claims[0]?.version ?? 0
  const sure = once('confirm', { id: confirmed.id, version })
  await phoneOf(cloud, 'worker').claim.act({ ...sure, action: 'confirm', form: {} })
  return {
    submitted: submitted.id,
    returned: returned.id,
    refused: refused.id,
    paid: paid.id,
    bounced: bounced.id,
    confirmed: confirmed.id,
  }
}

export async function makeClaims(cloud: Cloud): Promise<Claiming> {
  const programmeOf = {
    phone: await open(cloud, 'phone'),
    skills: await open(cloud, 'skills'),
    frontline: await open(cloud, 'frontline'),
    atWork: await open(cloud, 'atWork'),
    box: await open(cloud, 'box'),
    trained: await open(cloud, 'trained'),
    transport: await open(cloud, 'transport'),
    listed: await open(cloud, 'listed'),
  }
  const claimIn = await ownClaims(cloud, programmeOf.transport)
  const taken = await hand(cloud, newClaimant, programmeOf.box, 'once', { card: undefined })
  await approve(cloud, taken)
  const listed = await hand(cloud, newClaimant, programmeOf.listed, 'once', {})
  await approve(cloud, listed)
  return { programmeOf, claimIn }
}
