/** How somebody comes to a role and loses it: by one invitation, once, inside the scope of whoever gave it. */
import type { Role, Scope } from '../domain/kernel/roles'
import { storedIn } from './builders/stored'
import {
  CITY,
  DISTRICT,
  FAR_DISTRICT,
  newRequest,
  OTHER_STREET,
  type Phone,
  START,
  STREET,
  startTown,
  Town,
} from './builders/town'

let town: Town
let admin: Phone
let street: Phone
let siteId: string

const city: Scope = { level: 'city', id: CITY }
const district: Scope = { level: 'district', id: DISTRICT }
const ownStreet: Scope = { level: 'street', id: STREET }

const refusedAs = (code: string) => ({ code })
const invite = (by: Phone, role: Role, scope: Scope, hours = 24) =>
  by.staff.invite({ requestId: newRequest(), role, scope, hours })
const accept = (phone: Phone, token: string, requestId = newRequest()) =>
  phone.staff.accept({ requestId, token, name: '周建国' })
const grantsOf = async (phone: Phone) => (await phone.staff.me({})).grants

beforeAll(async () => {
  const started = await startTown()
  ;({ town, admin } = started)
  siteId = started.site.id
  street = await town.appoint(admin, 'streetOfficer', ownStreet, 'oStreet', '沈丽')
})
afterAll(() => town.stop())
afterEach(() => town.cloud.setNow(START))

describe('a city’s first admin', () => {
  const inviteAdmin = (cityId = CITY) => town.operator.inviteAdmin({ requestId: newRequest(), cityId })

  test('comes from the operator’s command and from no phone', async () => {
    await expect(
      town.cloud.call('bootstrap', { openid: 'oMallory', event: { endpoint: 'inviteAdmin', input: {} } }),
    ).rejects.toThrow('not open to a call from client')
  })

  test('comes once: with one in place the command is refused, and an unknown city is not there', async () => {
    await expect(inviteAdmin()).rejects.toMatchObject(refusedAs('ALREADY_SET_UP'))
    await expect(inviteAdmin('110000')).rejects.toMatchObject(refusedAs('NOT_FOUND'))
  })

  test('comes by the newest of the operator’s invitations alone', async () => {
    const fresh = await Town.start()
    try {
      const deed = { requestId: newRequest(), cityId: CITY }
      const first = await fresh.operator.inviteAdmin(deed)
      expect(await fresh.operator.inviteAdmin(deed)).toEqual(first)
      const second = await fresh.operator.inviteAdmin({ ...deed, requestId: newRequest() })
      expect(second.token).not.toBe(first.token)
      await expect(accept(fresh.phone('oFirst'), first.token)).rejects.toMatchObject(refusedAs('INVITATION_INVALID'))
      expect((await accept(fresh.phone('oSecond'), second.token)).grants).toHaveLength(1)
      await expect(fresh.operator.inviteAdmin({ ...deed, requestId: newRequest() })).rejects.toMatchObject(
        refusedAs('ALREADY_SET_UP'),
      )
    } finally {
      await fresh.stop()
    }
  })
})

describe('an invitation', () => {
  test('is made by nobody without a role, and for no place that is not there or not theirs', async () => {
    await expect(invite(town.phone('oStranger'), 'siteOfficer', ownStreet)).rejects.toMatchObject(
      refusedAs('FORBIDDEN'),
    )
    await expect(invite(admin, 'streetOfficer', { level: 'street', id: '310106999' })).rejects.toMatchObject(
      refusedAs('NOT_FOUND'),
    )
    for (const scope of [city, district, { level: 'street', id: OTHER_STREET } as const])
      await expect(invite(street, 'streetOfficer', scope)).rejects.toMatchObject(refusedAs('NOT_FOUND'))
  })

  test('gives no more than its maker may give', async () => {
    await expect(invite(street, 'inspector', ownStreet)).rejects.toMatchObject(refusedAs('FORBIDDEN'))
    await expect(invite(street, 'cityAdmin', ownStreet)).rejects.toMatchObject(refusedAs('FORBIDDEN'))
    await expect(invite(admin, 'siteOfficer', district)).rejects.toMatchObject(refusedAs('FORBIDDEN'))
  })

  test('made twice by one request is one, with the same token, and its code scans to it', async () => {
    const deed = {
      requestId: newRequest(),
      role: 'siteOfficer',
      scope: { level: 'site', id: siteId },
      hours: 2,
    } as const
    const first = await street.staff.invite(deed)
    expect(await street.staff.invite(deed)).toEqual(first)
    expect(first).toMatchObject({ scene: `i=${first.token}`, scopeName: '长寿路三号楼工地', roleLabel: '工地管理员' })
    expect(first.qrUrl).toMatch(/^data:image\/png;base64,/)
    const offered = await town.phone('oGuest').staff.invitation({ token: first.token })
    expect(offered).toMatchObject({ role: 'siteOfficer', scopeName: '长寿路三号楼工地', validUntil: first.validUntil })
  })

  test('says nothing to whoever guesses, and nothing after its hours', async () => {
    await expect(accept(town.phone('oGuess'), '0'.repeat(20))).rejects.toMatchObject(refusedAs('INVITATION_INVALID'))
    const { token } = await invite(admin, 'supervisor', city, 1)
    town.cloud.setNow(new Date(START.getTime() + 3_600_000))
    await expect(town.phone('oLate').staff.invitation({ token })).rejects.toMatchObject(refusedAs('INVITATION_INVALID'))
    await expect(accept(town.phone('oLate'), token)).rejects.toMatchObject(refusedAs('INVITATION_INVALID'))
  })

  test('works for one person: sent again it answers the same, for a second one it is used up', async () => {
    const { token } = await invite(admin, 'supervisor', city)
    const [first, second] = [town.phone('oPrompt'), town.phone('oSlow')]
    const requestId = newRequest()
    const accepted = await accept(first, token, requestId)
    expect(await accept(first, token, requestId)).toEqual(accepted)
    expect(await accept(first, token)).toEqual(accepted)
    await expect(accept(second, token, requestId)).rejects.toMatchObject(refusedAs('INVITATION_INVALID'))
    expect(await grantsOf(second)).toEqual([])
  })

  test('whose second half a crash swallowed is made whole by sending again', async () => {
    const { token } = await invite(admin, 'inspector', city)
    const phone = town.phone('oCrashed')
    const requestId = newRequest()
    await accept(phone, token, requestId)
    const stored = await storedIn(town.cloud)
    const list = await admin.staff.list({ scope: city })
    const { personId = '' } = list.rows.find(({ grant }) => grant.role === 'inspector') ?? {}
    await stored.change('people', personId, { grants: [] })
    expect(await grantsOf(phone)).toEqual([])
    expect((await accept(phone, token, requestId)).grants).toMatchObject([{ role: 'inspector' }])
    expect((await accept(phone, token, requestId)).grants).toHaveLength(1)
  })

  test('raced for by many gives the role to exactly one', async () => {
    const { token } = await invite(admin, 'inspector', city)
    const racers = Array.from({ length: 8 }, (_, n) => town.phone(`oRacer${n}`))
    const results = await Promise.allSettled(racers.map((phone) => accept(phone, token)))
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const held = await Promise.all(racers.map(grantsOf))
    expect(held.flat()).toHaveLength(1)
  })

  test('is taken back by whoever made it and seen by nobody else', async () => {
    const { token, invitationId } = await invite(street, 'siteOfficer', { level: 'site', id: siteId })
    const deed = { requestId: newRequest(), invitationId }
    await expect(admin.staff.revoke(deed)).rejects.toMatchObject(refusedAs('NOT_FOUND'))
    const revoked = await street.staff.revoke(deed)
    expect(await street.staff.revoke(deed)).toEqual(revoked)
    await expect(accept(town.phone('oAfter'), token)).rejects.toMatchObject(refusedAs('INVITATION_INVALID'))
  })

  test('to a role that watches over one already held is refused, and stays good for another', async () => {
    const { token } = await invite(admin, 'supervisor', city)
    await expect(accept(street, token)).rejects.toMatchObject(refusedAs('FORBIDDEN'))
    expect((await accept(town.phone('oNeutral'), token)).grants).toHaveLength(1)
  })

  test('taken twice at once by one person for roles that clash leaves them one', async () => {
    const [a, b] = await Promise.all([invite(admin, 'reviewer', city), invite(admin, 'cashier', city)])
    const phone = town.phone('oGreedy')
    await Promise.allSettled([accept(phone, a.token), accept(phone, b.token)])
    expect(await grantsOf(phone)).toHaveLength(1)
  })
})

describe('who holds what', () => {
  test('is told to oneself with what one may invite', async () => {
    const me = await street.staff.me({})
    expect(me).toMatchObject({ maskedName: '沈**', grants: [{ role: 'streetOfficer', scopeName: '曹家渡街道' }] })
    expect(me.canInvite).toEqual([
      { role: 'streetOfficer', roleLabel: '街道', levels: ['street'] },
      { role: 'siteOfficer', roleLabel: '工地管理员', levels: ['site'] },
    ])
    expect(await town.phone('oNobody').staff.me({})).toEqual({ grants: [], canInvite: [] })
  })

  test('is told of a scope to its own desk and masked', async () => {
    await expect(street.staff.list({ scope: { level: 'street', id: OTHER_STREET } })).rejects.toMatchObject(
      refusedAs('NOT_FOUND'),
    )
    const { rows } = await admin.staff.list({ scope: ownStreet })
    expect(rows).toMatchObject([{ maskedName: '沈**', grant: { role: 'streetOfficer', scope: ownStreet } }])
  })
})

describe('a role', () => {
  const heldBy = async (scope: Scope) => (await admin.staff.list({ scope })).rows[0]

  test('is ended by nobody who could not have given it, and never by oneself', async () => {
    const own = (await admin.staff.list({ scope: city })).rows.find(({ grant }) => grant.role === 'cityAdmin')
    const self = { requestId: newRequest(), personId: own?.personId ?? '', grantId: own?.grant.grantId ?? '' }
    await expect(admin.staff.dismiss(self)).rejects.toMatchObject(refusedAs('FORBIDDEN'))
    const union = await town.appoint(admin, 'unionOfficer', { level: 'district', id: FAR_DISTRICT }, 'oUnion', '陆敏')
    const held = await heldBy(ownStreet)
    const deed = { requestId: newRequest(), personId: held?.personId ?? '', grantId: held?.grant.grantId ?? '' }
    await expect(union.staff.dismiss(deed)).rejects.toMatchObject(refusedAs('NOT_FOUND'))
    const near = await town.appoint(admin, 'unionOfficer', district, 'oNearUnion', '陆敏')
    await expect(near.staff.dismiss(deed)).rejects.toMatchObject(refusedAs('FORBIDDEN'))
    expect(await grantsOf(street)).toHaveLength(1)
  })

  test('once ended is gone at once and does not come back by the old invitation', async () => {
    const { token } = await invite(admin, 'stationKeeper', ownStreet)
    const keeper = town.phone('oKeeper')
    const requestId = newRequest()
    const { grants } = await accept(keeper, token, requestId)
    const row = (await admin.staff.list({ scope: ownStreet })).rows.find(({ grant }) => grant.role === 'stationKeeper')
    const deed = { requestId: newRequest(), personId: row?.personId ?? '', grantId: grants[0]?.grantId ?? '' }
    expect(await admin.staff.dismiss(deed)).toEqual({ grantId: deed.grantId })
    expect(await admin.staff.dismiss(deed)).toEqual({ grantId: deed.grantId })
    expect(await grantsOf(keeper)).toEqual([])
    await expect(accept(keeper, token, requestId)).rejects.toMatchObject(refusedAs('INVITATION_INVALID'))
    await expect(keeper.site.areas({ districtId: DISTRICT })).rejects.toMatchObject(refusedAs('FORBIDDEN'))
  })
})
