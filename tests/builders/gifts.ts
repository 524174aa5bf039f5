/** A wish further on: its gift at the station, on its way, in the worker's hands; each step by whom it belongs to. */
import { newRequest, type Phone } from './town'
import { introduced, lit, photo, standing, type WishTown, type Words } from './wishes'

const once = (id: string, version: number) => ({ requestId: newRequest(), id, version })

export const titles = async (phone: Phone): Promise<string[]> =>
  (await phone.inbox.list({})).rows.map(({ title }) => title)

export const slipOf = async (donor: Phone, id: string): Promise<string> =>
  (await donor.wish.promised({})).promised.find((one) => one.id === id)?.slip ?? ''

/** The station takes in what this donor lit. */
export const bring = async (city: WishTown, donor: Phone, id: string) => {
  await introduced(donor)
  const { version } = await city.keeper.wish.slip({ code: await slipOf(donor, id) })
  const form = { photo: await photo(city, city.keeper) }
  return city.keeper.wish.act({ ...once(id, version), action: 'takeIn', form })
}

export const takenIn = async (city: WishTown, over: Partial<Words> = {}) => {
  const { phone, id, donor } = await lit(city, over)
  const { version } = await bring(city, donor, id)
  return { phone, id, donor, version }
}

export const delivering = async (city: WishTown, over: Partial<Words> = {}) => {
  const { phone, id, donor, version } = await takenIn(city, over)
  const ready = await city.keeper.wish.act({ ...once(id, version), action: 'dispatch', form: {} })
  return { phone, id, donor, version: ready.version }
}

export const received = async (city: WishTown, over: Partial<Words> = {}) => {
  const { phone, id, donor, version } = await delivering(city, over)
  const code = (await standing(phone, id)).receiptCode ?? ''
  const out = await city.keeper.wish.act({ ...once(id, version), action: 'handOut', form: { code } })
  return { phone, id, donor, version: out.version }
}

export const thanked = async (city: WishTown, words: string) => {
  const { phone, id, donor, version } = await received(city)
  const done = await phone.wish.thank({ ...once(id, version), words })
  return { phone, id, donor, version: done.version }
}
