/** What somebody may do whom an employer counts: read it in what they take along, and be taken out of the roster once it is over. */
import { act } from '../builders/claims'
import { erase } from '../builders/forgotten'
import { answered, batched } from '../builders/paying'
import {
  asCsv,
  handedIn,
  nameOf,
  numberOf,
  people,
  type RosterTown,
  startRosterTown,
  versionOf,
} from '../builders/rosters'
import { storedIn } from '../builders/stored'
import { newRequest } from '../builders/town'
import { registered } from '../builders/workers'

let city: RosterTown
beforeAll(async () => {
  city = await startRosterTown()
})
afterAll(() => city.town.stop())

const once = () => ({ requestId: newRequest() })

test('counted by an employer, they read by whom; erased, their row stays sealed while the claim is under way and goes with its end', async () => {
  const { one, town, scene, reviewer, trainingId } = city
  const document = { kind: 'residentId', number: numberOf(7) } as const
  const { phone } = await registered(town, 'oOnARoster', scene, { name: nameOf(7), document })
  const { id, version } = await handedIn(city, one, asCsv(people(3, 6)))
  const { sections } = await phone.worker.exportMine(once())
  const told = JSON.stringify(sections.find(({ title }) => title === '哪家单位算了我')?.rows)
  for (const words of ['申江建设', '以工代训补贴2021 年 2 月', '600 元', '交了']) expect(told).toContain(words)
  await erase(phone)
  const names = async () => (await one.phone.claim.rosterPart({ id, part: 0 })).rows.map(({ maskedName }) => maskedName)
  expect(await names()).not.toContain('（删了登记）')
  const db = await storedIn(town.cloud)
  expect(await db.all('counted', { isLeaving: true })).toHaveLength(1)
  await act(reviewer, { id, version }, 'approve')
  await answered(city, (await batched(city, trainingId)).id, true)
  await act(one.phone, { id, version: await versionOf(one, id) }, 'confirm')
  expect(await names()).toEqual([
    expect.not.stringContaining('删了'),
    '（删了登记）',
    expect.not.stringContaining('删了'),
  ])
  expect(await db.one('books', trainingId)).toMatchObject({ reservedFen: 0, paidFen: 180_000 })
})
