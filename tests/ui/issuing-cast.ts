/** What the screens of whoever writes programmes are opened with: one half written, one ready, one in its second edition, one closed before its day. */
import { phoneOf } from '../../config/run/demo/caller'
import { DISTRICT } from '../../config/run/demo/rows'
import { addDays, onOf } from '../../domain/kernel/time'
import type { Cloud } from '../../platform/cloud'
import { type Details, details } from '../builders/claims'

export type Issuing = { readonly writtenIn: Readonly<Record<Stop, string>> }
type Stop = 'unsourced' | 'ready' | 'amended' | 'closed'

const issuer = 'union'
const district = { level: 'district', id: DISTRICT } as const
const source = { documentId: 'notice', article: '第二条' }

/** Everything that can be written, written. */
const whole = (title: string): Details => {
  const today = onOf(new Date())
  return details({
    title,
    amount: { way: 'formula', fen: 6_000, per: 'festivalDay', mostUnits: 7, capFen: 40_000 },
    rules: [
      { fact: 'stay', must: { is: ['staying'] }, source },
      { fact: 'trade', must: { is: ['construction', 'delivery', 'cleaning'] }, source },
      {
        anyOf: [
          { fact: 'hasContract', must: { is: [true] }, source },
          { fact: 'isFlexible', must: { is: [true] }, source: { ...source, article: '第三条' } },
        ],
      },
      { fact: 'festivalDays', must: { atLeast: 3 }, source },
    ],
    opensOn: addDays(today, -3),
    closesOn: addDays(today, 40),
    places: 200,
    evidence: [{ evidenceId: 'contract', label: '劳动合同', hint: '有名字、有公章的那一页', atLeast: 1, atMost: 3 }],
    countersignAboveFen: 30_000,
    publishDays: 5,
  })
}

async function write(cloud: Cloud, name: string, written: Details) {
  const { claim } = phoneOf(cloud, issuer)
  const { programme } = await claim.saveProgramme({
    requestId: `screens-issue-${name}`,
    scope: district,
    details: written,
  })
  return programme.row
}

async function open(cloud: Cloud, name: string, written: Details) {
  const { id, version } = await write(cloud, name, written)
  const { programme } = await phoneOf(cloud, issuer).claim.openProgramme({
    requestId: `screens-begin-${name}`,
    id,
    version,
  })
  return programme.row
}

async function amended(cloud: Cloud): Promise<string> {
  const first = whole('春节在岗补贴（一线）')
  const { id, version } = await open(cloud, 'amended', first)
  await phoneOf(cloud, issuer).claim.saveProgramme({
    requestId: 'screens-issue-again',
    scope: district,
    programme: { id, version },
    details: { ...first, budgetFen: 12_000_000, publishDays: 7, rules: first.rules.slice(0, 3) },
    why: '上面加了钱，条件放宽了',
  })
  return id
}

async function closed(cloud: Cloud): Promise<string> {
  const { id, version } = await open(cloud, 'closed', { ...whole('返沪体检补贴'), benefit: 'health' })
  const end = { requestId: 'screens-issue-close', id, version, action: 'close' as const, reason: '钱用完了' }
  await phoneOf(cloud, issuer).claim.actProgramme(end)
  return id
}

export async function makeIssuing(cloud: Cloud): Promise<Issuing> {
  const { amount: _, amountSource: __, ...half } = whole('新春礼包（没写完）')
  const bare = half.rules.map((rule, at) => (at === 1 && 'fact' in rule ? { ...rule, source: undefined } : rule))
  const unsourced = await write(cloud, 'unsourced', { ...half, benefit: 'retail', gives: 'inKind', rules: bare })
  const ready = await write(cloud, 'ready', whole('春节在岗补贴'))
  return {
    writtenIn: {
      unsourced: unsourced.id,
      ready: ready.id,
      amended: await amended(cloud),
      closed: await closed(cloud),
    },
  }
}
