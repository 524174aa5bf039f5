/** The end of a drive: whatever happened before it, every wish is closed, the report adds up, and so does the money. */
import fc from 'fast-check'
import * as v from 'valibot'
import { openStates } from '../../domain/wish'
import { bring, titles } from '../builders/gifts'
import { storedIn } from '../builders/stored'
import { DISTRICT, newRequest, type Phone, START } from '../builders/town'
import {
  aDonor,
  DAY,
  details,
  later,
  MINUTE,
  photo,
  standing,
  startWishTown,
  tick,
  type WishTown,
} from '../builders/wishes'
import { registered } from '../builders/workers'
import { patience, runs } from '../property'

const fates = ['draft', 'submitted', 'returned', 'withdrawn', 'proposed', 'listed', 'lit', 'handedOver'] as const
type Fate = (typeof fates)[number]
const gifts = [
  { kind: 'schoolBag', detail: '三年级' },
  { kind: 'coat', detail: '男 175' },
  { kind: 'festivalBox', detail: '2 个人' },
] as const
type Past = { readonly fate: Fate; readonly gift: number; readonly isCollected: boolean }

const once = () => ({ requestId: newRequest() })
const inDays = (days: number) => new Date(START.getTime() + days * DAY).toISOString().slice(0, 10)

const Books = v.object({
  state: v.string(),
  budgetFen: v.number(),
  freeFen: v.number(),
  giving: v.optional(v.object({ wishId: v.string(), fen: v.number() })),
  report: v.optional(v.record(v.string(), v.number())),
})
const Stood = v.array(
  v.object({
    _id: v.string(),
    state: v.string(),
    version: v.number(),
    valueCapFen: v.number(),
    isFromUnion: v.boolean(),
    wall: v.string(),
  }),
)

/** One drive in a city of its own, and the days after it. */
class Drive {
  private day = 0
  private readonly owners = new Map<string, { phone: Phone; isCollected: boolean }>()

  private constructor(
    readonly city: WishTown,
    readonly driveId: string,
    private readonly db: Awaited<ReturnType<typeof storedIn>>,
  ) {}

  static async open(budgetFen: number): Promise<Drive> {
    const city = await startWishTown()
    const over = details(city.stationId, { endsOn: inDays(0), budgetFen })
    const scope = { level: 'district', id: DISTRICT } as const
    const { drive } = await city.district.wish.publishDrive({ ...once(), scope, details: over })
    return new Drive(city, drive.id, await storedIn(city.town.cloud))
  }

  async books() {
    return v.parse(Books, await this.db.one('drives', this.driveId))
  }

  async wishes() {
    return v.parse(Stood, await this.db.all('wishes', { driveId: this.driveId }))
  }

  /** What says of a document that it wished here. */
  seats() {
    return this.db.all('wishSeats', { driveId: this.driveId })
  }

  async live(past: Past): Promise<void> {
    const { city, driveId } = this
    /** One after the other: the budget goes to whoever wished first. */
    later(city, this.owners.size * MINUTE)
    const { phone } = await registered(city.town, `oEnd-${this.owners.size}`, city.scene)
    const words = { ...(gifts[past.gift] ?? gifts[0]), story: '想要一个结实的' }
    const isDraft = past.fate === 'draft'
    const { wish } = await phone.wish.make({ ...once(), driveId, words, isDraft })
    this.owners.set(wish.id, { phone, isCollected: past.isCollected })
    await this.come(wish.id, past.fate, phone)
  }

  private async come(id: string, fate: Fate, phone: Phone): Promise<void> {
    const { city } = this
    const act = (who: Phone, version: number, action: 'withdraw' | 'propose' | 'list') =>
      who.wish.act({ ...once(), id, version, action, form: {} })
    const back = { ...once(), id, version: 0, action: 'return', form: { reason: '再写写' } } as const
    if (fate === 'returned') await city.grassroots.wish.act(back)
    if (fate === 'withdrawn') await act(phone, 0, 'withdraw')
    if (fates.indexOf(fate) < fates.indexOf('proposed')) return
    const { version } = await act(city.grassroots, 0, 'propose')
    if (fate === 'proposed') return
    await act(city.district, version, 'list')
    if (fate === 'listed') return
    const donor = aDonor(city)
    await donor.wish.light({ ...once(), wishId: id })
    if (fate === 'handedOver') await bring(city, donor, id)
  }

  /** A day goes by: the clock comes, the station does what is its to do. */
  async passDay(): Promise<void> {
    this.day += 1
    later(this.city, this.day * DAY)
    await tick(this.city).catch(() => undefined)
    await this.expectBalanced()
    for (const { _id: id, state, version } of await this.wishes()) await this.serve(id, state, version)
  }

  private async serve(id: string, state: string, version: number): Promise<void> {
    const { city } = this
    const owner = this.owners.get(id)
    const of = { ...once(), id, version }
    if (state === 'backed') {
      const form = { photo: await photo(city, city.keeper) }
      await city.keeper.wish.act({ ...of, action: 'takeIn', form })
    } else if (state === 'handedOver') await city.keeper.wish.act({ ...of, action: 'dispatch', form: {} })
    else if (state === 'delivering' && owner?.isCollected) {
      const code = (await standing(owner.phone, id)).receiptCode ?? ''
      await city.keeper.wish.act({ ...of, action: 'handOut', form: { code } })
    }
  }

  /** What is free, what is just being given and what was given is the budget, at every moment. */
  async expectBalanced(): Promise<void> {
    const [{ budgetFen, freeFen, giving }, wishes] = await Promise.all([this.books(), this.wishes()])
    const given = wishes.filter(({ isFromUnion }) => isFromUnion)
    const isThere = given.some(({ _id }) => _id === giving?.wishId)
    const sum = given.reduce((all, { valueCapFen }) => all + valueCapFen, 0)
    expect(freeFen + sum + (giving && !isThere ? giving.fen : 0)).toBe(budgetFen)
    expect(freeFen).toBeGreaterThanOrEqual(0)
  }

  async close(): Promise<void> {
    for (let days = 0; days < 60 && (await this.books()).state !== 'closed'; days += 1) await this.passDay()
    expect((await this.books()).state).toBe('closed')
  }
}

const aPast = fc.record<Past>({
  fate: fc.constantFrom(...fates, 'listed'),
  gift: fc.nat(2),
  isCollected: fc.boolean(),
})

const expectClosed = async (drive: Drive, pasts: readonly Past[]): Promise<void> => {
  const wishes = await drive.wishes()
  expect(wishes).toHaveLength(pasts.length)
  expect(wishes.filter(({ state }) => openStates.some((open) => open === state))).toEqual([])
  expect(wishes.filter(({ wall }) => wall === 'dark')).toEqual([])
  const { report, giving } = await drive.books()
  expect(giving).toBeUndefined()
  const { made = 0, ...sums } = report ?? {}
  expect(made).toBe(pasts.length)
  expect(Object.values(sums).reduce((all, one) => all + one, 0)).toBe(made)
  const inHand = wishes.filter(({ state }) => state === 'received' || state === 'thanked')
  expect(sums).toMatchObject({
    received: inHand.length,
    withdrawn: wishes.filter(({ state }) => state === 'withdrawn').length,
    rejected: wishes.filter(({ state }) => state === 'rejected').length,
  })
}

describe('a drive that ends', () => {
  test(
    'leaves nothing in between, whatever stood open and wherever the clock died on the way',
    async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(aPast, { minLength: 3, maxLength: 7 }),
          fc.constantFrom(0, 15_000, 45_000, 100_000),
          fc.record({ kind: fc.constantFrom('error', 'answerLost'), nth: fc.integer({ min: 3, max: 25 }) }),
          async (pasts, budgetFen, { kind, nth }) => {
            const drive = await Drive.open(budgetFen)
            for (const past of pasts) await drive.live(past)
            const fault = { at: 'database', name: 'modifyDocument', by: 'clock', nth } as const
            drive.city.town.cloud.faults.on({ ...fault, kind: kind === 'error' ? 'error' : 'answerLost' })
            await drive.close().finally(() => drive.city.town.cloud.faults.off())
            await expectClosed(drive, pasts)
            await drive.city.town.stop()
          },
        ),
        runs(3),
      )
    },
    patience(180_000),
  )

  test('tells each worker, and the union that published it', async () => {
    const drive = await Drive.open(15_000)
    const listed = { fate: 'listed', gift: 0, isCollected: true } as const
    for (const past of [listed, listed, { ...listed, fate: 'submitted' } as const]) await drive.live(past)
    await drive.passDay()
    const told = await Promise.all(['oEnd-0', 'oEnd-1', 'oEnd-2'].map((one) => titles(drive.city.town.phone(one))))
    expect(told[0]).toContain('心愿工会来买')
    expect(told[1]).toContain('这个心愿没成')
    expect(told[2]).toContain('这个心愿没成')
    expect(await drive.seats()).toHaveLength(3)
    await drive.close()
    expect(await titles(drive.city.district)).toContain('活动收好了')
    const { drive: card } = await drive.city.district.wish.drive({ driveId: drive.driveId })
    expect(card.state).toBe('closed')
    expect(await drive.seats()).toEqual([])
    await drive.city.town.stop()
  })
})
