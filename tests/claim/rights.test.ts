/** What somebody may always do with what they claimed: bring it along, take it away to read, and have what was said forgotten. */
import {
  aClaimant,
  act,
  approved,
  type ClaimTown,
  form,
  opened,
  photoOf,
  source,
  standing,
  startClaimTown,
} from '../builders/claims'
import { erase, type Left, leftIn } from '../builders/forgotten'
import { newRequest } from '../builders/town'
import { phoneCode, registered } from '../builders/workers'

const MOBILE = '13912340019'

let city: ClaimTown
let left: Left

beforeAll(async () => {
  city = await startClaimTown({ phones: { oFirstWeChat: MOBILE, oSecondWeChat: MOBILE } })
  left = await leftIn(city)
})
afterAll(() => city.town.stop())

const once = () => ({ requestId: newRequest() })
const pictured = { evidence: [{ evidenceId: 'contract', label: '合同照片', atLeast: 0, atMost: 2 }] }
const asked = (programmeId: string, over = {}) => ({
  ...once(),
  programmeId,
  edition: 1,
  period: 'once' as const,
  form: form(over),
})

test('a picture another came in the place of is deleted, and one of a claim that was refused', async () => {
  const programmeId = await opened(city, { title: '换照片', ...pictured })
  const phone = await aClaimant(city)
  const shot = async () => ({ evidence: [{ evidenceId: 'contract', fileIds: [await photoOf(city, phone)] }] })
  const { claim } = await phone.claim.submit({ ...asked(programmeId, await shot()), isDraft: true })
  const [first = ''] = await left.filesOf(claim.id)
  const kept = { id: claim.id, version: claim.version }
  await phone.claim.submit({ ...asked(programmeId, await shot()), claim: kept, isDraft: true })
  const [second = ''] = await left.filesOf(claim.id)
  expect([first === second, left.isStored(first), left.isStored(second)]).toEqual([false, false, true])
  expect(await left.db.one('claims', claim.id)).not.toHaveProperty('replaced')
  await phone.claim.submit({ ...asked(programmeId), claim: { ...kept, version: kept.version + 1 } })
  const wanted = asked(programmeId, await shot())
  const before = left.countFiles()
  await expect(phone.claim.submit(wanted)).rejects.toMatchObject({ code: 'CLAIMED_ALREADY' })
  expect(left.countFiles()).toBe(before)
})

test('what somebody takes along shows their claims with every row, the whole account, and what they answered', async () => {
  const rules = [{ fact: 'hasContract' as const, must: { is: [true] }, source }]
  const programmeId = await opened(city, { title: '带走看', rules, ...pictured })
  const phone = await aClaimant(city)
  await phone.claim.answer({ ...once(), answers: { hasContract: true } })
  const evidence = [{ evidenceId: 'contract', fileIds: [await photoOf(city, phone), await photoOf(city, phone)] }]
  const given = asked(programmeId, { evidence })
  const { claim } = await phone.claim.submit(given)
  await city.reviewer.claim.act({
    ...once(),
    id: claim.id,
    version: claim.version,
    action: 'refuse',
    form: { reason: '合同过期了' },
  })
  const { sections } = await phone.worker.exportMine(once())
  const of = (title: string) => JSON.stringify(sections.find((section) => section.title === title)?.rows)
  const shown = ['带走看', claim.receiptNo, '300 元', '2 张', given.form.card?.account, '您：交了申领']
  for (const words of [...shown, '工作人员：没同意（合同过期了）']) expect(of('我申领的')).toContain(words)
  expect(of('我答过的')).toContain('合同')
  expect(of('哪家单位算了我')).toBe('[]')
})

const words = '他早就不在这个工地干了'

describe('a word against a published name', () => {
  test('goes with whoever wrote it, and its answer stays', async () => {
    const programmeId = await opened(city, { title: '公示过的', publishDays: 5 })
    const { id } = await approved(city, {}, programmeId)
    const neighbour = await aClaimant(city)
    const { objection } = await neighbour.claim.object({ ...once(), claimId: id, words })
    const { version, ...aimed } = { ...once(), id: objection.id, version: 0 }
    const form = { reason: '去看过，人还在' }
    await city.otherReviewer.claim.actObjection({ ...aimed, version, action: 'dismiss', form })
    expect((await neighbour.claim.published({ programmeId })).mine).toHaveLength(1)
    const { sections } = await neighbour.worker.exportMine(once())
    const rows = JSON.stringify(sections.find(({ title }) => title === '我提的异议')?.rows)
    expect(rows).toContain(`${words}（没有改）（去看过，人还在）`)
    await erase(neighbour)
    const stored = await left.db.one('objections', objection.id)
    for (const field of ['ownerId', 'words']) expect(stored).not.toHaveProperty(field)
    expect(stored).toMatchObject({ state: 'dismissed', claimId: id })
    expect(JSON.stringify(stored)).not.toContain('"sealed"')
    expect((await neighbour.claim.published({ programmeId })).mine).toEqual([])
  })

  test('goes with whom it is about, who stands on no list any more', async () => {
    const programmeId = await opened(city, { title: '公示着的', publishDays: 5 })
    const { phone, id } = await approved(city, {}, programmeId)
    const stranger = city.town.phone('oPassingBy')
    expect((await stranger.claim.published({ programmeId })).rows).toHaveLength(1)
    await stranger.claim.object({ ...once(), claimId: id, words })
    await erase(phone)
    expect(await left.tracesIn(id)).toEqual([])
    expect(await left.db.one('claims', id)).toMatchObject({ state: 'withdrawn' })
    expect((await stranger.claim.published({ programmeId })).rows).toEqual([])
    expect((await city.town.operator.verifyChains({ ...once(), collection: 'objections' })).broken).toEqual([])
  })
})

test('a new WeChat account, vouched for by the same phone, brings claims, answers and objections along', async () => {
  const document = { kind: 'passport', number: 'E70605052' } as const
  const person = async (openid: string) =>
    ({
      name: '陈大根',
      phone: { source: 'wechat', code: await phoneCode(city.town, openid) },
      document,
      bornOn: '1990-01-01',
    }) as const
  const published = await opened(city, { title: '邻居的', publishDays: 5 })
  const programmeId = await opened(city, {
    title: '换微信',
    rules: [{ fact: 'hasContract', must: { is: [true] }, source }],
  })
  const { id: claimId } = await approved(city, {}, published)
  const first = (await registered(city.town, 'oFirstWeChat', city.scene, await person('oFirstWeChat'))).phone
  await first.claim.answer({ ...once(), answers: { hasContract: true } })
  const { claim } = await first.claim.submit(asked(programmeId))
  await first.claim.object({ ...once(), claimId, words })
  const second = (await registered(city.town, 'oSecondWeChat', city.scene, await person('oSecondWeChat'))).phone
  expect(await standing(second, claim.id)).toMatchObject({
    state: 'submitted',
    answers: { hasContract: true },
    timeline: [{ text: '交了申领', by: '本人' }],
    can: ['withdraw'],
  })
  expect((await second.claim.programmes({})).programmes.find(({ id }) => id === programmeId)).toMatchObject({
    verdict: 'yes',
  })
  expect((await second.claim.published({ programmeId: published })).mine).toHaveLength(1)
  expect((await first.claim.mine({})).claims).toEqual([])
  expect((await first.claim.published({ programmeId: published })).mine).toEqual([])
  await expect(act(first, claim, 'withdraw')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await erase(second)
  expect(await left.tracesIn(claim.id)).toEqual([])
})
