/** The whole cloud dies while everybody lights and undoes: what somebody was told is so when it is up again, and the rest agrees. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { freshKeyRing } from '../../config/run/keys'
import { newRequest, type Phone, phoneOver, START, Town } from '../builders/town'
import { ended, killChildren, launched, launchScript } from '../platform/child'
import { patience, runs } from '../property'
import { giveAllUp, inTurn, type Outcome, sent, startWall, type Wall, wallOf } from './race/stage'
import { untrue } from './race/truth'

jest.setTimeout(patience(180_000))

const LAMPS = 40
const DONORS = 30
const DEEDS = 150
const HOUR = 3_600_000

/** The same however often it is sent, and whichever process hears it. */
type Deed = { readonly donor: string; readonly wishId: string; readonly undoes: boolean; readonly requestId: string }

const deedsOn = ({ hung }: Wall, round: number): Deed[] =>
  Array.from({ length: DEEDS }, (_, n) => ({
    donor: `oPower-${round}-${n % DONORS}`,
    wishId: hung[((n % DONORS) + 8 * Math.floor(n / DONORS)) % LAMPS]?.id ?? '',
    undoes: n % 4 === 3,
    requestId: newRequest(),
  }))

const does = (phone: Phone, { wishId, undoes, requestId }: Deed): Promise<Outcome> =>
  sent(async () => {
    const { promised } = await phone.wish.light({ requestId, wishId })
    const undo = { requestId: `${requestId}-undo`, id: wishId, version: promised.version, form: {} }
    if (undoes) await phone.wish.act({ ...undo, action: 'undo' })
  })

const keys = freshKeyRing()
let dataDir: string
let wall: Wall
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'nuanhu-power-'))
  wall = await startWall(LAMPS, { dataDir, keys })
  await wall.city.town.stop()
})
afterEach(killChildren)
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

/** What each heard before it died; of a deed nobody answered, nothing. */
const untilItDies = async (deeds: readonly Deed[], after: number, now: Date): Promise<(Outcome | undefined)[]> => {
  const child = launchScript('tests/wish/race/apart.ts', [dataDir, JSON.stringify(keys), now.toISOString()])
  const url = await launched(child)
  let heard = 0
  let death: Promise<unknown> | undefined
  const outcomes = await inTurn(
    deeds.length,
    async (n) => {
      const deed = deeds[n]
      const outcome = deed && (await does(phoneOver(url, deed.donor), deed).catch(() => undefined))
      if (outcome) heard += 1
      if (heard >= after) death ??= ended(child, 'SIGKILL')
      return outcome
    },
    DONORS,
  )
  await death
  return outcomes
}

const holding = async (phone: Phone): Promise<string[]> =>
  (await phone.wish.promised({})).promised.filter(({ state }) => state === 'lit').map(({ id }) => id)

test.each(fc.sample(fc.integer({ min: 1, max: 100 }), runs(3)).map((after, round) => [after, round]))(
  'killed after %i answers: whoever was told that a lamp burns or is dark again was told what is',
  async (after, round) => {
    const now = new Date(START.getTime() + round * HOUR)
    const deeds = deedsOn(wall, round)
    const heard = await untilItDies(deeds, after, now)
    expect(heard.filter((outcome) => outcome === undefined).length).toBeGreaterThan(0)
    const town = await Town.start({ dataDir, keys, now })
    try {
      const again = await wallOf({ ...wall.city, town }, wall.hung, now)
      const told = await inTurn(
        DEEDS,
        async (n) => heard[n] ?? (deeds[n] && does(town.phone(deeds[n].donor), deeds[n])),
      )
      for (let minute = 0; minute < 5; minute += 1) await again.later(1)
      expect(await untrue(again.db)).toEqual([])
      for (const donor of new Set(deeds.map((deed) => deed.donor))) {
        const burns = deeds.filter((deed, n) => deed.donor === donor && told[n] === 'done' && !deed.undoes)
        expect((await holding(town.phone(donor))).sort()).toEqual(burns.map(({ wishId }) => wishId).sort())
        await giveAllUp(town.phone(donor))
      }
    } finally {
      await town.stop()
    }
  },
)
