/** What somebody who means harm, or a broken phone, may send: each is refused under its own code, in Chinese, and nothing breaks. */
import fc from 'fast-check'
import * as v from 'valibot'
import { bootstrapApi } from '../domain/bootstrap'
import { claimApi } from '../domain/claim'
import { inboxApi } from '../domain/inbox'
import type { Api } from '../domain/kernel/api'
import { AppError, errors, isErrorCode } from '../domain/kernel/errors'
import { postingApi } from '../domain/posting'
import { siteApi } from '../domain/site'
import { staffApi } from '../domain/staff'
import { wagesApi } from '../domain/wages'
import { wishApi } from '../domain/wish'
import { workerApi } from '../domain/worker'
import { quotas } from '../domain/worker/quotas'
import { cardNumber, opened } from './builders/claims'
import { anyInput } from './builders/inputs'
import {
  DISTRICT,
  FAR_STREET,
  newRequest,
  type Phone,
  STREET,
  siteDetails,
  startTown,
  type Town,
} from './builders/town'
import { aDraft, anAssisted, aPerson, registered } from './builders/workers'
import { runs } from './property'

const apis: readonly Api[] = [workerApi, siteApi, staffApi, inboxApi, wishApi, postingApi, claimApi, wagesApi]
const Refusal = v.object({
  ok: v.literal(false),
  error: v.object({
    code: v.pipe(v.string(), v.check(isErrorCode)),
    message: v.pipe(v.string(), v.regex(/[\u4e00-\u9fff]/)),
  }),
})

let town: Town
let admin: Phone
let far: Phone
let scene: string
let siteId: string

beforeAll(async () => {
  const started = await startTown()
  ;({ town, admin } = started)
  ;({ scene, id: siteId } = started.site)
  far = await town.appoint(admin, 'streetOfficer', { level: 'street', id: FAR_STREET }, 'oFarOfficer', '远处人')
})
afterAll(() => town.stop())

const aProgramme = async (at: Town, by: Phone) => {
  const union = await at.appoint(by, 'unionOfficer', { level: 'district', id: DISTRICT }, 'oAbuseUnion')
  return { id: await opened({ union }) }
}

const codeOf = (error: unknown): string => (error instanceof AppError ? error.code : String(error))
const once = () => ({ requestId: newRequest() })
const raw = (fn: string, event: unknown, openid = 'oMischief') => town.cloud.call(fn, { openid, event })

describe('whoever somebody says they are', () => {
  test('in the event or in the input changes nothing', async () => {
    const { phone, card } = await registered(town, 'oVictim', scene)
    const forged = { openid: phone.openid, OPENID: phone.openid, personId: card.id, userInfo: { openId: phone.openid } }
    expect(await raw('worker', { endpoint: 'mine', input: {}, ...forged })).toEqual({
      ok: true,
      data: { isConsentCurrent: true },
    })
    expect(await raw('worker', { endpoint: 'mine', input: forged })).toMatchObject({ error: { code: 'INPUT_INVALID' } })
    expect(await raw('staff', { endpoint: 'me', input: {}, ...forged, grants: [{ role: 'cityAdmin' }] })).toMatchObject(
      {
        data: { grants: [] },
      },
    )
  })

  test('nor whose claims somebody says they are, or what they may do with one', async () => {
    const { phone } = await registered(town, 'oClaimVictim', scene)
    const { id: programmeId } = await aProgramme(town, admin)
    const asked = { programmeId, edition: 1, period: 'once' as const }
    const card = { account: cardNumber(1), bank: '工商银行' }
    const form = { answers: {}, card, evidence: [], declares: true as const }
    const { claim } = await phone.claim.submit({ ...once(), ...asked, form })
    const whoever = { openid: phone.openid, ownerId: phone.openid, personId: claim.id, grants: [{ role: 'reviewer' }] }
    expect(await raw('claim', { endpoint: 'mine', input: {}, ...whoever })).toEqual({ ok: true, data: { claims: [] } })
    expect(await raw('claim', { endpoint: 'mine', input: whoever })).toMatchObject({ error: { code: 'INPUT_INVALID' } })
    const doors = {
      mine: { id: claim.id },
      submit: { ...once(), ...asked, form, claim: { id: claim.id, version: claim.version } },
      act: { ...once(), id: claim.id, version: claim.version, action: 'approve', form: {} },
      object: { ...once(), claimId: claim.id, words: '这不是他的' },
    }
    for (const [endpoint, input] of Object.entries(doors))
      expect([endpoint, await raw('claim', { endpoint, input, ...whoever })]).toMatchObject([
        endpoint,
        { error: { code: 'NOT_FOUND' } },
      ])
    const paid = { ...form, amountFen: 1_000_000, ownerId: 'me', state: 'paid' }
    expect(
      await raw('claim', { endpoint: 'submit', input: { ...once(), ...asked, form: paid } }, phone.openid),
    ).toMatchObject({ error: { code: 'INPUT_INVALID' } })
  })

  test.each(['clock', 'push', 'bootstrap', 'paper'])('a phone cannot call %s', async (fn) => {
    const events = [
      {},
      { Type: 'Timer', TriggerName: 'everyMinute' },
      { endpoint: 'inviteAdmin', input: { ...once(), cityId: '310000' } },
    ]
    for (const event of events) await expect(raw(fn, event)).rejects.toThrow()
    const answer = await fetch(`${town.cloud.url}/call/${fn}`, {
      method: 'POST',
      headers: { 'x-wx-openid': admin.openid },
      body: JSON.stringify(events[1]),
    })
    expect(answer.status).toBe(403)
  })

  test('a timer’s event sent by a phone is read as a phone’s', async () => {
    for (const { name } of apis)
      expect(
        await raw(name, { Type: 'Timer', TriggerName: 'everyMinute', Time: '2021-02-01T02:00:00Z' }),
      ).toMatchObject({
        ok: false,
        error: { code: 'NOT_FOUND' },
      })
  })
})

describe('too much', () => {
  test('from one phone is stopped at the third registration', async () => {
    const phone = town.phone('oGhosts')
    for (const round of [1, 2, 3]) {
      const { card } = await phone.worker.register(await aDraft(phone, scene))
      expect([round, card.state]).toEqual([round, 'submitted'])
      await phone.worker.act({ ...once(), id: card.id, version: 0, action: 'erase', form: {} })
    }
    await expect(phone.worker.register(await aDraft(phone, scene))).rejects.toMatchObject({
      code: 'DEVICE_LIMIT_REACHED',
    })
  })

  test('at one code is stopped for the day, and open again on the next', async () => {
    const site = await town.site(admin, STREET, '被拍照的码')
    const first = await aDraft(town.phone('oCrowd-0'), site.scene)
    const crowd = Array.from({ length: quotas.siteDaily.limit + 4 }, (_, index) => {
      const person = aPerson({ document: { kind: 'passport', number: `E${40_000_000 + index}` }, bornOn: '1990-01-01' })
      return town.phone(`oCrowd-${index}`).worker.register({ ...first, ...once(), person })
    })
    const answers = await Promise.allSettled(crowd)
    const refused = answers.filter((answer) => answer.status === 'rejected')
    expect(refused).toHaveLength(4)
    for (const { reason } of refused) expect(reason).toMatchObject({ code: 'SITE_BUSY' })
    town.cloud.setNow(new Date('2021-02-01T16:00:00.000Z'))
    const late = town.phone('oCrowd-late')
    expect((await late.worker.register(await aDraft(late, site.scene))).card.state).toBe('submitted')
    town.cloud.setNow(new Date('2021-02-01T02:00:00.000Z'))
  })
})

test('an officer of elsewhere finds nothing there, at every door of the desk', async () => {
  const { card } = await registered(town, 'oOutOfScope', scene)
  const scope = { level: 'site', id: siteId } as const
  const aimed = { ...once(), id: card.id, version: 0 }
  const form = { reason: '越权试试' }
  const asked = {
    roster: far.worker.roster({ scope }),
    get: far.worker.get({ id: card.id }),
    reveal: far.worker.reveal({ ...once(), id: card.id, what: 'phone', ...form }),
    verify: far.worker.act({ ...aimed, action: 'verify', form: {} }),
    reject: far.worker.act({ ...aimed, action: 'reject', form }),
    settle: far.worker.act({ ...aimed, action: 'settle', form: {} }),
    registerFor: far.worker.registerFor({ ...once(), siteId, person: anAssisted(), saidYes: true }),
    confirmCode: far.worker.confirmCode({ ...once(), id: card.id }),
    importRoster: far.worker.importRoster({ ...once(), siteId, fileId: 'cloud://local-1/inbox/x.xlsx' }),
    exportRoster: far.worker.exportRoster({ ...once(), scope, ...form }),
    siteGet: far.site.get({ id: siteId }),
    siteList: far.site.list({ scope }),
    siteAct: far.site.act({ ...once(), id: siteId, version: 0, action: 'revoke', form }),
    sitePoster: far.site.poster({ ...once(), id: siteId }),
    siteCreate: far.site.create({ ...once(), streetId: STREET, details: siteDetails }),
    staffList: far.staff.list({ scope }),
    staffInvite: far.staff.invite({ ...once(), role: 'siteOfficer', scope, hours: 1 }),
  }
  const answers = await Promise.all(
    Object.entries(asked).map(async ([door, answer]) => [door, await answer.then(() => 'answered', codeOf)]),
  )
  expect(answers.filter(([, code]) => code !== 'NOT_FOUND')).toEqual([])
})

describe('what no phone of ours sends', () => {
  const isAnswer = (reply: unknown): boolean =>
    v.is(Refusal, reply) ? reply.error.code !== 'INTERNAL' : v.is(v.object({ ok: v.literal(true) }), reply)

  test.each(
    apis.flatMap(({ name, endpoints }) =>
      Object.entries(endpoints).map(([endpoint, { input }]) => [name, endpoint, input] as const),
    ),
  )(
    '%s.%s answers whatever is thrown at it with a code of its own, never with a breakdown',
    async (name, endpoint, input) => {
      await fc.assert(
        fc.asyncProperty(anyInput(input), async (given) => {
          const reply = await raw(name, { endpoint, input: JSON.parse(JSON.stringify(given)) }, admin.openid)
          expect([JSON.stringify(given), reply, isAnswer(reply)]).toEqual([JSON.stringify(given), reply, true])
        }),
        runs(25),
      )
    },
  )

  test('an unknown endpoint, no endpoint, a list and nothing are refused, the operator’s function included', async () => {
    const events = [
      null,
      [],
      'text',
      7,
      {},
      { endpoint: 7 },
      { endpoint: 'toString' },
      { endpoint: '__proto__', input: {} },
    ]
    for (const { name } of [...apis, bootstrapApi])
      for (const event of events) {
        const reply = await town.cloud.call(name, {
          event,
          ...(name === 'bootstrap' ? { source: 'wx_http' } : { openid: 'oMischief' }),
        })
        expect([name, event, reply]).toEqual([
          name,
          event,
          { ok: false, error: { code: 'NOT_FOUND', message: errors.NOT_FOUND.text } },
        ])
      }
  })
})
