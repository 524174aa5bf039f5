/** Nobody has two turns in one claim: whoever asked, wrote, examined, signed or refused is kept from the next. */
import { alsoHolds, claimedFrom, decline, open, versionOf } from '../builders/claim-desk'
import { act, type ClaimTown, claimed, opened, standing, startClaimTown } from '../builders/claims'
import { storedIn } from '../builders/stored'
import { newRequest, type Phone } from '../builders/town'

let city: ClaimTown
let db: Awaited<ReturnType<typeof storedIn>>
beforeAll(async () => {
  city = await startClaimTown()
  db = await storedIn(city.town.cloud)
})
afterAll(() => city.town.stop())

const once = () => ({ requestId: newRequest() })

describe('nobody has two turns in one claim', () => {
  const above = { countersignAboveFen: 10_000 }
  let both: Phone

  test('not its own claimant, who sits at the desk too', async () => {
    const { phone, claim } = await claimedFrom(city, { title: '自己的', ...above })
    await alsoHolds(db, phone, 'reviewer', 'countersigner', 'cashier')
    for (const action of ['take', 'approve'] as const)
      await expect(act(phone, claim, action)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(decline(phone, claim, 'refuse')).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect(await open(phone, claim.id)).toMatchObject({ row: { can: [] }, whyNot: '这是您自己的申领，由别人来办' })
    const moved = await act(city.reviewer, claim, 'approve')
    await expect(act(phone, moved, 'countersign')).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  test('not whoever wrote the programme', async () => {
    const { phone } = await claimed(city)
    await alsoHolds(db, phone, 'unionOfficer', 'reviewer', 'countersigner')
    const programmeId = await opened({ union: phone }, { title: '自己写的', ...above })
    const { claim } = await claimed(city, {}, programmeId)
    await expect(act(phone, claim, 'approve')).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect((await open(phone, claim.id)).whyNot).toBe('这个项目是您写的，由别人来办')
    const moved = await act(city.reviewer, claim, 'approve')
    await expect(act(phone, moved, 'countersign')).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  test('not whoever examined it, by whichever role', async () => {
    both = (await claimed(city)).phone
    await alsoHolds(db, both, 'reviewer', 'countersigner', 'cashier')
    const { claim } = await claimedFrom(city, { title: '看过的', ...above })
    const moved = await act(both, claim, 'approve')
    await expect(act(both, moved, 'countersign')).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(decline(both, moved, 'overrule')).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect((await open(both, claim.id)).whyNot).toBe('一审是您看的，后面换别人办')
    expect((await act(city.signer, moved, 'countersign')).state).toBe('countersigned')
  })

  test('not whoever refused it, over the appeal; whoever upset it does not sign it, nor whoever agreed first', async () => {
    const { phone, claim } = await claimedFrom(city, { title: '再评的', ...above })
    await decline(both, claim, 'refuse')
    const appealed = await decline(phone, await versionOf(phone, claim.id), 'appeal', '有工资单')
    await expect(act(both, appealed, 'overturn')).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(decline(both, appealed, 'uphold')).rejects.toMatchObject({ code: 'FORBIDDEN' })
    const deed = { ...once(), id: claim.id, version: appealed.version, action: 'overturn' as const, form: {} }
    const upset = await city.otherReviewer.claim.act(deed)
    expect(await city.otherReviewer.claim.act(deed)).toEqual(upset)
    await expect(act(both, upset, 'countersign')).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect((await act(city.signer, upset, 'countersign')).state).toBe('countersigned')
  })

  test('not whoever overruled it, once more; nor whoever had agreed to it, over the appeal', async () => {
    const { phone, claim } = await claimedFrom(city, { title: '复核退的', ...above })
    const agreed = await act(city.reviewer, claim, 'approve')
    await decline(both, agreed, 'overrule')
    const appealed = await decline(phone, await versionOf(phone, claim.id), 'appeal', '有工资单')
    await expect(act(city.reviewer, appealed, 'overturn')).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(act(both, appealed, 'overturn')).rejects.toMatchObject({ code: 'FORBIDDEN' })
    const upset = await act(city.otherReviewer, appealed, 'overturn')
    await expect(act(both, upset, 'countersign')).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect((await act(city.signer, upset, 'countersign')).state).toBe('countersigned')
  })

  test('an upheld refusal is the last word, and says where else to turn', async () => {
    const { phone, claim } = await claimed(city)
    await decline(city.reviewer, claim, 'refuse')
    const appealed = await decline(phone, await versionOf(phone, claim.id), 'appeal', '有工资单')
    const upheld = await decline(city.otherReviewer, appealed, 'uphold', '工资单不是这家的')
    expect(upheld).toMatchObject({ state: 'upheld', can: [] })
    expect(await standing(phone, claim.id)).toMatchObject({ can: [], next: { text: '还有话说，打 12345' } })
  })
})
