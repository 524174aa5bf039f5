/** What a donor may always do with what is kept of them, registered or not: take it along, have it forgotten. */
import { received, titles } from '../builders/gifts'
import { storedIn } from '../builders/stored'
import { newRequest } from '../builders/town'
import {
  aDonor,
  introduced,
  later,
  listed,
  lit,
  MINUTE,
  standing,
  startWishTown,
  tick,
  type WishTown,
} from '../builders/wishes'

let city: WishTown
let db: Awaited<ReturnType<typeof storedIn>>
beforeAll(async () => {
  city = await startWishTown()
  db = await storedIn(city.town.cloud)
})
afterAll(() => city.town.stop())
afterEach(() => city.town.cloud.faults.off())

const once = () => ({ requestId: newRequest() })

describe('a donor who never registered', () => {
  test('has nothing here before they light', async () => {
    const stranger = aDonor(city)
    await expect(stranger.wish.exportMine(once())).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(stranger.wish.forgetMe(once())).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('takes along who they are to us, and what they lit', async () => {
    const { donor } = await lit(city)
    await introduced(donor)
    const { sections } = await donor.wish.exportMine(once())
    expect(JSON.stringify(sections)).toContain('热心的老陈')
    expect(JSON.stringify(sections)).toContain('13812340000')
    expect(sections.map(({ title }) => title)).toEqual(['点灯的我', '我点亮的'])
  })

  test('is forgotten: the lamp they hold hangs dark again, the gift they brought stands without them', async () => {
    const { phone, id: brought, donor } = await received(city)
    const held = await listed(city)
    await donor.wish.light({ ...once(), wishId: held.id })
    await donor.wish.awaitLamp({ ...once(), driveId: city.driveId })
    const deed = once()
    expect(await donor.wish.forgetMe(deed)).toEqual({ isForgotten: true })
    expect(await donor.wish.forgetMe(deed)).toEqual({ isForgotten: true })
    const { donor: card, promised } = await donor.wish.promised({})
    expect(promised).toEqual([])
    expect(card).toMatchObject({ hasPhone: false, isNamed: false, used: 0, limit: 3 })
    expect(card).not.toHaveProperty('name')
    expect(await titles(donor)).toEqual([])
    expect(await db.one('wishes', held.id)).toMatchObject({ state: 'listed', wall: 'dark' })
    expect(await standing(phone, brought)).toMatchObject({ state: 'received' })
    expect(await db.one('wishes', brought)).not.toHaveProperty('donorId')
    const [kept] = await db.all('donors', { _id: card?.id ?? '' })
    for (const field of ['name', 'phone', 'company']) expect(kept).not.toHaveProperty(field)
  })

  test('is forgotten however much they were told: of two hundred later notices what they were told as a worker stays', async () => {
    const { donor } = await received(city)
    const box = (await donor.wish.promised({})).donor?.id
    expect(await titles(donor)).toContain('收到了')
    const copied = (template: string, at: number) => {
      const id = `copy-${at}`
      return db.add('notices', { _id: id, box, template, fields: '{}', at: '2027', listKey: `2027~${at}` })
    }
    await Promise.all([...Array(201).keys()].map((at) => copied(at === 7 ? 'lampDark' : 'verified', at)))
    await donor.wish.forgetMe(once())
    const left = await db.all('notices', { box })
    expect(left).toHaveLength(200)
    expect(left.every(({ template }) => template === 'verified')).toBe(true)
  })

  test('whom a crash left half forgotten the clock forgets', async () => {
    const { id, donor } = await lit(city)
    await introduced(donor)
    city.town.cloud.faults.on({ at: 'database', kind: 'error', name: 'modifyDocument/wishes', by: 'wish' })
    await expect(donor.wish.forgetMe(once())).rejects.toMatchObject({ code: 'INTERNAL' })
    city.town.cloud.faults.off()
    later(city, 3 * MINUTE)
    await tick(city)
    expect(await db.one('wishes', id)).toMatchObject({ state: 'listed' })
    expect((await donor.wish.promised({})).donor).toMatchObject({ used: 0, hasPhone: false })
  })
})
