/** A company asks its union to hold more lamps than a person, before it lit one or after. */
import { DISTRICT, newRequest } from '../builders/town'
import { aDonor, introduced, listed, lit, startWishTown, type WishTown } from '../builders/wishes'

let city: WishTown
beforeAll(async () => {
  city = await startWishTown()
})
afterAll(() => city.town.stop())

const asking = (company = '长宁机床厂') => ({ requestId: newRequest(), driveId: city.driveId, company })
const waiting = async () => (await city.district.wish.companies({ scope: { level: 'district', id: DISTRICT } })).rows
const answered = async (id: string) => {
  const row = (await waiting()).find((one) => one.id === id)
  return { requestId: newRequest(), id, version: row?.version ?? 0 }
}

test('of a drive that is not there nobody asks, and a name that is none is said back', async () => {
  const company = aDonor(city)
  await expect(company.wish.askAsCompany({ ...asking(), driveId: 'no-such-drive' })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
  await expect(company.wish.askAsCompany(asking('厂'.repeat(41)))).rejects.toMatchObject({
    code: 'INPUT_INVALID',
    detail: { fields: { company: expect.stringMatching(/[\u4e00-\u9fff]/) } },
  })
  expect((await company.wish.promised({})).donor).toBeUndefined()
})

test('a company that never lit a lamp asks once however often it is sent, leaves its number, and lights as many as it was given', async () => {
  const company = aDonor(city)
  const ask = asking()
  const [first, second] = await Promise.all([company.wish.askAsCompany(ask), company.wish.askAsCompany(ask)])
  expect(first.donor).toMatchObject({ company: '长宁机床厂', limit: 3, used: 0, stateLabel: '单位，工会在看' })
  expect(second.donor.version).toBe(first.donor.version)
  await expect(company.wish.askAsCompany(asking())).rejects.toMatchObject({ code: 'ACTION_NOT_ALLOWED' })
  await introduced(company)
  const { id } = first.donor
  expect((await waiting()).find((row) => row.id === id)).toMatchObject({ company: '长宁机床厂', phone: '13812340000' })
  const { version } = await answered(id)
  await city.district.wish.actDonor({ requestId: newRequest(), id, version, action: 'approve', form: { limit: 4 } })
  const lamps = [await listed(city), await listed(city), await listed(city), await listed(city), await listed(city)]
  const outcome = await company.wish.lightMany({ requestId: newRequest(), wishIds: lamps.map((lamp) => lamp.id) })
  expect(outcome.lit).toHaveLength(4)
  expect(outcome.refused).toMatchObject([{ code: 'LIGHT_LIMIT_REACHED' }])
})

test('whoever lit a lamp as a person asks as a company too, and after a no may ask again', async () => {
  const { donor } = await lit(city)
  const { donor: asked } = await donor.wish.askAsCompany(asking('里弄小吃店'))
  expect(asked).toMatchObject({ company: '里弄小吃店', used: 1 })
  const no = { ...(await answered(asked.id)), action: 'refuse', form: { reason: '先个人点' } } as const
  await expect(donor.wish.actDonor(no)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  await city.district.wish.actDonor(no)
  expect((await donor.wish.promised({})).donor).not.toHaveProperty('company')
  expect((await donor.wish.askAsCompany(asking('里弄小吃店'))).donor).toMatchObject({ company: '里弄小吃店' })
})
