/** What the screens of an employer who claims for many are opened with: a training programme, and a roster at every stop of the way. */
import { phoneOf, upload } from '../../config/run/demo/caller'
import { madeUpNumber } from '../../config/run/demo/documents'
import { giftPicture } from '../../config/run/demo/picture'
import { DISTRICT } from '../../config/run/demo/rows'
import { addMonths, onOf, toDay } from '../../domain/kernel/time'
import type { Cloud } from '../../platform/cloud'
import { cardNumber, details } from '../builders/claims'

const stops = ['counted', 'submitted', 'returned', 'bounced', 'paid'] as const
type Stop = (typeof stops)[number]
export type Employing = { readonly trainingId: string; readonly rosterIn: Readonly<Record<Stop, string>> }

const district = { level: 'district', id: DISTRICT } as const
const source = { documentId: 'notice', article: '第五条' }
const licence = { evidenceId: 'plan', label: '培训计划', hint: '盖了章的那一页', atLeast: 1, atMost: 3 }

/** One month for each stop, the latest first, and one that nobody asked for yet. */
const monthsBack = (count: number): string[] =>
  Array.from({ length: count }, (_, back) => addMonths(toDay(`${onOf(new Date()).slice(0, 7)}-01`), -back).slice(0, 7))

async function openTraining(cloud: Cloud): Promise<string> {
  const { claim } = phoneOf(cloud, 'union')
  const today = onOf(new Date())
  const { programme } = await claim.saveProgramme({
    requestId: 'screens-training',
    scope: district,
    details: details({
      title: '单位以工代训补贴',
      benefit: 'workTraining',
      payer: '静安区人社局',
      amount: { way: 'formula', fen: 60_000, per: 'month' },
      amountSource: source,
      rules: [
        { fact: 'hasContract', must: { is: [true] }, source },
        { fact: 'trainingHours', must: { atLeast: 20 }, source },
      ],
      opensOn: addMonths(today, -2),
      closesOn: addMonths(today, 2),
      months: monthsBack(stops.length + 1),
      mostMonths: 6,
      budgetFen: 1_000_000_000,
      evidence: [licence],
    }),
  })
  const { id, version } = programme.row
  await claim.openProgramme({ requestId: 'screens-training-open', id, version })
  return id
}

const PEOPLE = 46
const surnames = '王李张刘陈杨赵黄周吴'
const given = ['建国', '秀英', '长根', '桂花', '铁柱', '小满']
const nameAt = (at: number): string => `${surnames[at % surnames.length]}${given[at % given.length]}`
const numberAt = (at: number): string => madeUpNumber('34', toDay('1980-03-01'), 500 + at)

/** Four of them with something wrong. */
const odd: Readonly<Record<number, (cells: string[]) => string[]>> = {
  3: ([name = '', number = '', ...rest]) => [name, number.slice(0, 17), ...rest],
  9: ([name = '', number = '']) => [name, number, '没签', '24'],
  17: ([name = '', number = '', contract = '']) => [name, number, contract, '12'],
  21: ([, number = '', ...rest]) => ['', number, ...rest],
}

const sheet = (): Buffer => {
  const rows = Array.from({ length: PEOPLE }, (_, at) => {
    const cells = [nameAt(at), numberAt(at), '签了', '24']
    return (odd[at]?.(cells) ?? cells).join(',')
  })
  return Buffer.from(`\uFEFF${['姓名,证件号,合同,学时', ...rows].join('\r\n')}\r\n`, 'utf8')
}

type Employer = { readonly cloud: Cloud; readonly siteId: string; readonly programmeId: string }
type Seen = { readonly id: string; readonly version: number }

async function counted({ cloud, siteId, programmeId }: Employer, month: string): Promise<Seen> {
  const { claim } = phoneOf(cloud, 'site-officer')
  const scope = { level: 'site', id: siteId } as const
  const fileId = await upload(cloud, 'site-officer', `roster-${month}.xlsx`, sheet())
  const asked = { requestId: `screens-roster-${month}`, scope, programmeId, edition: 1, month, fileId }
  const { claim: read } = await claim.readRoster(asked)
  for (let part = 0; part < read.parts; part += 1)
    await claim.countRoster({ requestId: `screens-count-${month}-${part}`, id: read.id, part })
  return read
}

async function handedIn(employer: Employer, month: string, at: number): Promise<Seen> {
  const { id, version } = await counted(employer, month)
  const { cloud } = employer
  const fileIds = [await upload(cloud, 'site-officer', `plan-${month}.png`, giftPicture('festivalBox'))]
  const card = { name: '申江建设有限公司', account: cardNumber(700 + at), bank: '工商银行静安支行' }
  const form = { card, evidence: [{ evidenceId: licence.evidenceId, fileIds }], declares: true as const }
  const { claim } = await phoneOf(cloud, 'site-officer').claim.submitRoster({
    requestId: `screens-hand-${month}`,
    id,
    version,
    form,
  })
  return claim
}

/** The bank takes all of a batch but this one. */
async function pay(cloud: Cloud, programmeId: string, failing: string): Promise<void> {
  const { claim } = phoneOf(cloud, 'cashier')
  const { batch } = await claim.makeBatch({ requestId: 'screens-roster-batch', scope: district, programmeId })
  const { lines } = await claim.batch({ id: batch.id })
  const answers = lines.map(({ no, claimId, amountFen }) => {
    const outcome = claimId === failing ? '失败,户名不符' : '成功,'
    return `${no},${(amountFen / 100).toFixed(2)},${outcome}`
  })
  const csv = ['序号,金额,结果,原因', ...answers].join('\n')
  const fileId = await upload(cloud, 'cashier', 'roster-bank.csv', Buffer.from(csv))
  const { importId, parts } = await claim.importResults({ requestId: 'screens-roster-bank', batchId: batch.id, fileId })
  for (let part = 0; part < parts; part += 1)
    await claim.applyResults({ requestId: `screens-roster-apply-${part}`, batchId: batch.id, importId, part })
}

export async function makeEmployer(cloud: Cloud, siteId: string): Promise<Employing> {
  const trainingId = await openTraining(cloud)
  const employer: Employer = { cloud, siteId, programmeId: trainingId }
  const [, ...months] = monthsBack(stops.length + 1)
  const made: Record<Stop, Seen> = {
    paid: await handedIn(employer, months[4] ?? '', 4),
    bounced: await handedIn(employer, months[3] ?? '', 3),
    returned: await handedIn(employer, months[2] ?? '', 2),
    submitted: await handedIn(employer, months[1] ?? '', 1),
    counted: await counted(employer, months[0] ?? ''),
  }
  const reviewer = phoneOf(cloud, 'reviewer').claim
  const once = (deed: string, { id, version }: Seen) => ({ requestId: `screens-${deed}-${id}`, id, version })
  const unclear = { reason: '培训计划上看不到公章', parts: [licence.evidenceId] }
  await reviewer.act({ ...once('return', made.returned), action: 'return', form: unclear })
  for (const claim of [made.bounced, made.paid])
    await reviewer.act({ ...once('approve', claim), action: 'approve', form: {} })
  await pay(cloud, trainingId, made.bounced.id)
  const { counted: draft, submitted, returned, bounced, paid } = made
  return {
    trainingId,
    rosterIn: {
      counted: draft.id,
      submitted: submitted.id,
      returned: returned.id,
      bounced: bounced.id,
      paid: paid.id,
    },
  }
}
