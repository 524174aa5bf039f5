/** The poster on the wall: it scans to the site's page, says what it must, and prints as it looks. */
import { inflateSync } from 'node:zlib'
import jsQR from 'jsqr'
import { PNG } from 'pngjs'
import { newRequest, type Phone, startTown, type Town } from './builders/town'

let town: Town
let admin: Phone
let site: Awaited<ReturnType<Town['site']>>

beforeAll(async () => {
  ;({ town, admin, site } = await startTown())
})
afterAll(() => town.stop())

const fetched = async (url: string): Promise<Buffer> => Buffer.from(await (await fetch(url)).arrayBuffer())
const print = () => admin.site.poster({ requestId: newRequest(), id: site.id })

/** Every third dot is enough for a code this large. */
const scanned = ({ width, height, data }: PNG): string | undefined => {
  const [w, h] = [Math.floor(width / 3), Math.floor(height / 3)]
  const small = new Uint8ClampedArray(w * h * 4)
  for (let y = 0; y < h; y += 1)
    for (let x = 0; x < w; x += 1)
      small.set(data.subarray((y * 3 * width + x * 3) * 4, (y * 3 * width + x * 3) * 4 + 4), (y * w + x) * 4)
  return jsQR(small, w, h)?.data
}

test('is drawn for no phone, and for nobody but the site’s own desk', async () => {
  await expect(
    town.cloud.call('paper', { openid: 'oMallory', event: { endpoint: 'poster', input: {} } }),
  ).rejects.toThrow('not open to a call from client')
  const stranger = town.phone('oStranger').site.poster({ requestId: newRequest(), id: site.id })
  await expect(stranger).rejects.toMatchObject({ code: 'FORBIDDEN' })
})

test('is an A4 page that scans to the site, as a picture and as a PDF of the same dots', async () => {
  const files = await print()
  const picture = await fetched(files.pngUrl)
  const png = PNG.sync.read(picture)
  expect([png.width, png.height]).toEqual([1654, 2339])
  expect(scanned(png)).toBe(`weapp://pages/worker/scan/index?scene=${encodeURIComponent(site.scene)}`)

  const pdf = await fetched(files.pdfUrl)
  expect(pdf.subarray(0, 8).toString('latin1')).toBe('%PDF-1.5')
  expect(pdf.toString('latin1')).toContain('/MediaBox [0 0 595.28 841.89]')
  const compressed = picture.subarray(picture.indexOf('IDAT') + 4, picture.indexOf('IEND') - 8)
  expect(pdf.includes(compressed)).toBe(true)
  expect(inflateSync(compressed)).toHaveLength(2339 * (1654 * 3 + 1))
})

test('is drawn once for the same words, again for others, and its links end after ten minutes', async () => {
  const drawings = () => town.cloud.calls().filter(({ fn }) => fn === 'paper').length
  const before = drawings()
  const files = await print()
  expect(drawings()).toBe(before)
  town.cloud.setNow(new Date(new Date(files.validUntil).getTime() + 1000))
  expect((await fetch(files.pngUrl)).ok).toBe(false)
  await admin.site.act({
    id: site.id,
    requestId: newRequest(),
    version: 0,
    action: 'reissue',
    form: { reason: '换码' },
  })
  expect((await fetched((await print()).pngUrl)).length).toBeGreaterThan(50_000)
  expect(drawings()).toBe(before + 1)
})
