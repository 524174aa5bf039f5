/** What of a drive is printed: a poster that leads onto the wall, a label that names nobody. */
import jsQR from 'jsqr'
import { PNG } from 'pngjs'
import { newRequest } from '../builders/town'
import { aDonor, lit, photo, startWishTown, type WishTown } from '../builders/wishes'

let city: WishTown

beforeAll(async () => {
  city = await startWishTown()
})
afterAll(() => city.town.stop())

const fetched = async (url: string): Promise<Buffer> => Buffer.from(await (await fetch(url)).arrayBuffer())

/** Every third dot is enough for a code this large. */
const scanned = ({ width, height, data }: PNG): string | undefined => {
  const [w, h] = [Math.floor(width / 3), Math.floor(height / 3)]
  const small = new Uint8ClampedArray(w * h * 4)
  for (let y = 0; y < h; y += 1)
    for (let x = 0; x < w; x += 1)
      small.set(data.subarray((y * 3 * width + x * 3) * 4, (y * 3 * width + x * 3) * 4 + 4), (y * w + x) * 4)
  return jsQR(small, w, h)?.data
}

test('a drive’s poster scans onto its wall, and is drawn once for everybody', async () => {
  await expect(aDonor(city).wish.drivePoster({ requestId: newRequest(), driveId: 'none' })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
  const { pngUrl, pdfUrl } = await aDonor(city).wish.drivePoster({ requestId: newRequest(), driveId: city.driveId })
  const png = PNG.sync.read(await fetched(pngUrl))
  expect(scanned(png)).toBe(`weapp://pages/wish/index?scene=${encodeURIComponent(`d=${city.driveId}`)}`)
  expect((await fetched(pdfUrl)).toString('latin1')).toContain('/MediaBox [0 0 595.28 841.89]')
  await aDonor(city).wish.drivePoster({ requestId: newRequest(), driveId: city.driveId })
  expect(city.town.cloud.calls().filter(({ fn }) => fn === 'paper')).toHaveLength(1)
})

test('a label is for what lies at the station, for its own people, and as large as a label', async () => {
  const { id, version, donor } = await lit(city)
  const { keeper } = city
  const print = (by: typeof keeper) => by.wish.label({ requestId: newRequest(), id })
  await expect(print(donor)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  await expect(print(keeper)).rejects.toMatchObject({ code: 'ACTION_NOT_ALLOWED' })
  const form = { photo: await photo(city, keeper) }
  await keeper.wish.act({ requestId: newRequest(), id, version, action: 'takeIn', form })
  const { pngUrl, pdfUrl } = await print(keeper)
  const { width, height } = PNG.sync.read(await fetched(pngUrl))
  expect([width, height]).toEqual([787, 472])
  expect((await fetched(pdfUrl)).toString('latin1')).toContain('/MediaBox [0 0 283.46 170.08]')
})
