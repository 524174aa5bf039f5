/** The whole cloud dies in the middle of approvals: who was told yes is approved when it is up again, and no commit ever held half of it. */
import fc from 'fast-check'
import { keepLog } from '../builders/log/replay'
import { newRequest, phoneOver } from '../builders/town'
import { ended, killChildren, launched, launchScript } from '../platform/child'
import { patience, runs } from '../property'
import { countOf, inTurn, type Outcome } from '../wish/race/stage'
import { AMOUNT, type Asked, Race } from './race/stage'
import { moneyIn, moneyShapes, untrueMoney } from './race/truth'

jest.setTimeout(patience(240_000))

const WORKERS = 40
const FOR = 15

const race = new Race()
let log: ReturnType<typeof keepLog>
beforeAll(async () => {
  await race.begin(WORKERS)
  log = keepLog(race.dataDir)
})
afterEach(killChildren)
afterAll(async () => {
  await race.stop()
  log.letGo()
  race.remove()
})

type Deed = Asked & { readonly by: string; readonly requestId: string }

/** What each heard before it died; of a deed nobody answered, nothing. */
const untilItDies = async (deeds: readonly Deed[], after: number): Promise<(Outcome | undefined)[]> => {
  const child = launchScript('tests/wish/race/apart.ts', race.apart)
  const url = await launched(child)
  let heard = 0
  let death: Promise<unknown> | undefined
  const outcomes = await inTurn(
    deeds.length,
    async (n) => {
      const deed = deeds[n]
      const asked = deed && (() => approves(phoneOver(url, deed.by), deed))
      const outcome = death || !asked ? undefined : await race.hears(asked).catch(() => undefined)
      if (outcome) heard += 1
      if (heard >= after) death ??= ended(child, 'SIGKILL')
      return outcome
    },
    WORKERS,
  )
  await death
  return outcomes
}

const approves = (phone: ReturnType<typeof phoneOver>, { id, version, requestId }: Deed) =>
  phone.claim.act({ requestId, id, version, action: 'approve', form: {} })

const approvedOf = async (asked: readonly Asked[]): Promise<string[]> => {
  const { claims } = await moneyIn(await race.stored())
  const ids = new Set(asked.map(({ id }) => id))
  return claims.filter(({ _id, state }) => ids.has(_id) && state === 'approved').map(({ _id }) => _id)
}

test.each(fc.sample(fc.integer({ min: 2, max: FOR }), runs(3)).map((after, round) => [after, round]))(
  'killed after %i answers: whoever was told yes is approved, and the rest go on as if nothing had been',
  async (after, round) => {
    const asked = await race.programme(`第 ${round} 次断电`, FOR * AMOUNT)
    const by = [race.city.reviewer.openid, race.city.otherReviewer.openid] as const
    const deeds = asked.map((claim, n) => ({ ...claim, by: by[n % 2 ? 1 : 0], requestId: newRequest() }))
    await race.stop()
    const heard = await untilItDies(deeds, after)
    await race.goOn()
    const told = deeds.filter((_, n) => heard[n] === 'done').map(({ id }) => id)
    expect(heard.filter((outcome) => outcome === undefined).length).toBeGreaterThan(0)
    expect(await approvedOf(asked)).toEqual(expect.arrayContaining(told))
    expect(untrueMoney(await moneyIn(await race.stored()))).toEqual([])
    const again = await inTurn(deeds.length, async (n) => {
      const deed = deeds[n]
      return deed ? race.insists(() => approves(race.city.town.phone(deed.by), deed)) : 'INTERNAL'
    })
    expect(countOf(again)).toEqual({ done: FOR, BUDGET_SPENT: WORKERS - FOR })
    expect(await approvedOf(asked)).toHaveLength(FOR)
  },
)

test('and at every commit of all of it the books add up', async () => {
  await race.stop()
  const moments = [...log.replay(moneyShapes)]
  expect(moments.length).toBeGreaterThan(runs(3).numRuns * FOR)
  expect(moments.flatMap(untrueMoney)).toEqual([])
})
