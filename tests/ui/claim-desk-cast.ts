/** What the desks of the claims are opened with: claims in each state a desk has something to do about, a batch at the bank, words against a name. */
import { phoneOf, upload } from '../../config/run/demo/caller'
import { DISTRICT } from '../../config/run/demo/rows'
import { type MyClaim, noteOf } from '../../domain/claim'
import { onOf } from '../../domain/kernel/time'
import type { Cloud } from '../../platform/cloud'
import { openProgrammes, type Programmes } from './claim-programmes'
import { aClaimant, type Claimant, type Claiming, handedInToBeDue, handIn } from './claimants'
import type { Cast } from './registered'

export type ClaimDesk = {
  readonly deskClaimIn: Readonly<Record<ClaimName, string>>
  /** Answered whole, and still waited for. */
  readonly batchId: string
  readonly batchAtBankId: string
  /** Waits, until somebody else decides while a reviewer still looks at it. */
  readonly contested: { readonly id: string; readonly isDecided: () => Promise<unknown> }
}

const names = [
  'clear',
  'marked',
  'own',
  'toSign',
  'toPay',
  'batched',
  'appealed',
  'refusedByMe',
  'published',
  'missing',
  'recalled',
  'failed',
  'roster',
] as const
export type ClaimName = (typeof names)[number]

const district = { level: 'district', id: DISTRICT } as const
const otherReviewer = 'second-reviewer'

const people: readonly Cast[] = [
  { slug: 'claimant-late', name: '陶大发', age: 51 },
  { slug: 'claimant-today', name: '古丽娜尔·艾合买提', age: 29 },
  { slug: 'claimant-tomorrow', name: '甘小满', age: 34 },
  { slug: 'claimant-living', name: '侯桂花', age: 47 },
  { slug: 'claimant-twin', name: '龙海', age: 38 },
  { slug: 'reviewer', name: '沈一鸣', age: 40 },
  { slug: 'claimant-sign', name: '万有福', age: 55 },
  { slug: 'claimant-pay', name: '段长根', age: 44 },
  { slug: 'claimant-pay-too', name: '钱秀兰', age: 36 },
  { slug: 'claimant-batched', name: '雷春梅', age: 33 },
  { slug: 'claimant-appeal', name: '汤铁柱', age: 49 },
  { slug: 'claimant-mine', name: '黎勇', age: 27 },
  { slug: 'claimant-listed', name: '乔建国', age: 52 },
  { slug: 'claimant-missing', name: '文招娣', age: 41 },
  { slug: 'claimant-recalled', name: '庞来顺', age: 39 },
  { slug: 'claimant-failed', name: '樊海燕', age: 30 },
  { slug: 'claimant-contested', name: '洪小勇', age: 32 },
]

let sent = 0
const requestId = (): string => {
  sent += 1
  return `screens-desk-${sent}`
}

type Seen = Pick<MyClaim, 'id' | 'version'>
type Plain = 'approve' | 'miss'
type Said = 'refuse' | 'appeal' | 'recall'

const actor = (cloud: Cloud) => (slug: string) => ({
  plain: ({ id, version }: Seen, action: Plain) =>
    phoneOf(cloud, slug).claim.act({ requestId: requestId(), id, version, action, form: {} }),
  said: ({ id, version }: Seen, action: Said, reason: string) =>
    phoneOf(cloud, slug).claim.act({ requestId: requestId(), id, version, action, form: { reason } }),
})
type By = ReturnType<ReturnType<typeof actor>>

async function appointOther(cloud: Cloud): Promise<void> {
  const { staff } = phoneOf(cloud, 'city')
  const { token } = await staff.invite({ requestId: requestId(), role: 'reviewer', scope: district, hours: 24 })
  await phoneOf(cloud, otherReviewer).staff.accept({ requestId: requestId(), token, name: '韩梅' })
}

const standing = async (cloud: Cloud, slug: string): Promise<MyClaim> => {
  const { claims } = await phoneOf(cloud, slug).claim.mine({})
  const [claim] = claims
  if (!claim) throw new Error(`${slug} claims nothing`)
  return claim
}

/** The bank took two of three and sent one back. */
async function payOff(cloud: Cloud, programmeId: string, failed: string): Promise<string> {
  const { claim } = phoneOf(cloud, 'cashier')
  const { batch } = await claim.makeBatch({ requestId: requestId(), scope: district, programmeId })
  const { lines } = await claim.batch({ id: batch.id })
  const rows = lines.map(({ no, claimId, amountFen }) =>
    [
      no,
      (amountFen / 100).toFixed(2),
      noteOf(claimId),
      claimId === failed ? '失败' : '成功',
      claimId === failed ? '账号不存在' : '',
    ].join(','),
  )
  const text = `\uFEFF${['序号,金额,编号,结果,原因', ...rows].join('\r\n')}\r\n`
  const fileId = await upload(cloud, 'cashier', 'results.csv', Buffer.from(text, 'utf8'))
  const { importId, parts } = await claim.importResults({ requestId: requestId(), batchId: batch.id, fileId })
  for (let part = 0; part < parts; part += 1)
    await claim.applyResults({ requestId: requestId(), batchId: batch.id, importId, part })
  return batch.id
}

/** The demo city's employer claims for its own people. */
async function rosterOf(cloud: Cloud, cursor?: string): Promise<string> {
  const asked = { scope: district, queue: 'review', ...(cursor === undefined ? {} : { cursor }) } as const
  const { rows, next } = await phoneOf(cloud, 'reviewer').claim.workList(asked)
  const found = rows.find(({ claimant }) => claimant === 'employer')
  if (!found && next === undefined) throw new Error('the demo city has lost its employer’s claim')
  return found?.id ?? rosterOf(cloud, next)
}

type Actors = { readonly reviewer: By; readonly second: By; readonly by: (slug: string) => By }

/** Handed in long enough ago to be late, due today and due tomorrow. */
async function handInByDay(claiming: Claiming, programmes: Programmes, who: ReadonlyMap<string, Claimant>) {
  const now = new Date()
  for (const [slug, inDays] of [
    ['claimant-late', -2],
    ['claimant-today', 0],
    ['claimant-tomorrow', 1],
  ] as const) {
    claiming.cloud.setNow(handedInToBeDue(inDays, now))
    const claimant = who.get(slug)
    if (claimant) await handIn(claiming, claimant, { programmeId: programmes.phone })
  }
  claiming.cloud.setNow(undefined)
}

async function handInRest(claiming: Claiming, programmes: Programmes, who: ReadonlyMap<string, Claimant>) {
  const living = { programmeId: programmes.living, quantity: 6, pictures: 2, answers: { hasContract: true } }
  const asked: readonly (readonly [string, Parameters<typeof handIn>[2]])[] = [
    ['claimant-living', living],
    ['claimant-twin', { programmeId: programmes.phone, card: who.get('claimant-living')?.at ?? 0 }],
    ['claimant-sign', { ...living, answers: { hasContract: true, worksThroughFestival: true } }],
    ['claimant-listed', { programmeId: programmes.transport }],
  ]
  const special = new Map(asked)
  const handed = new Map<string, MyClaim>()
  for (const claimant of who.values()) {
    if (/late|today|tomorrow/.test(claimant.slug)) continue
    const what = special.get(claimant.slug) ?? { programmeId: programmes.phone }
    handed.set(claimant.slug, await handIn(claiming, claimant, what))
  }
  return (slug: string): MyClaim => {
    const claim = handed.get(slug)
    if (!claim) throw new Error(`${slug} handed nothing in`)
    return claim
  }
}

async function decide(of: (slug: string) => MyClaim, { reviewer, second, by }: Actors): Promise<void> {
  const first = ['missing', 'recalled', 'failed'].map((name) => of(`claimant-${name}`))
  for (const claim of [...first, of('claimant-sign')]) await reviewer.plain(claim, 'approve')
  await second.plain(of('claimant-listed'), 'approve')
  const refusals = [
    [second, 'claimant-appeal'],
    [reviewer, 'claimant-mine'],
  ] as const
  for (const [who, slug] of refusals) {
    const refused = await who.said(of(slug), 'refuse', '照片里的不是这件事')
    await by(slug).said(refused, 'appeal', '照片就是我的合同，再看一下')
  }
}

export async function makeClaimDesk(cloud: Cloud, scene: string): Promise<ClaimDesk> {
  const today = onOf(new Date())
  const claiming: Claiming = { cloud, scene, today }
  const by = actor(cloud)
  await appointOther(cloud)
  const programmes = await openProgrammes(cloud, today)
  const claimants = await Promise.all(people.map((one, at) => aClaimant(claiming, one, at)))
  const who = new Map(claimants.map((claimant) => [claimant.slug, claimant]))
  await handInByDay(claiming, programmes, who)
  const of = await handInRest(claiming, programmes, who)
  const reviewer = by('reviewer')
  await decide(of, { reviewer, second: by(otherReviewer), by })
  const batchId = await payOff(cloud, programmes.phone, of('claimant-failed').id)
  await by('claimant-missing').plain(await standing(cloud, 'claimant-missing'), 'miss')
  await reviewer.said(await standing(cloud, 'claimant-recalled'), 'recall', '领重了，有一份要退')
  await reviewer.plain(of('claimant-batched'), 'approve')
  const { batch } = await phoneOf(cloud, 'cashier').claim.makeBatch({
    requestId: requestId(),
    scope: district,
    programmeId: programmes.phone,
  })
  for (const slug of ['claimant-pay', 'claimant-pay-too']) await reviewer.plain(of(slug), 'approve')
  await phoneOf(cloud, 'claimant-late').claim.object({
    requestId: requestId(),
    claimId: of('claimant-listed').id,
    words: '他腊月里就回老家了，没留在这里过年。',
  })
  const contested = of('claimant-contested')
  const idOf = (name: string): string => of(`claimant-${name}`).id
  return {
    deskClaimIn: {
      clear: (await standing(cloud, 'claimant-today')).id,
      marked: idOf('living'),
      own: of('reviewer').id,
      toSign: idOf('sign'),
      toPay: idOf('pay'),
      batched: idOf('batched'),
      appealed: idOf('appeal'),
      refusedByMe: idOf('mine'),
      published: idOf('listed'),
      missing: idOf('missing'),
      recalled: idOf('recalled'),
      failed: idOf('failed'),
      roster: await rosterOf(cloud),
    },
    batchId,
    batchAtBankId: batch.id,
    contested: { id: contested.id, isDecided: () => by(otherReviewer).plain(contested, 'approve') },
  }
}
