/** What a scanner reads, and the page it leads to. */
import { sceneOf } from '../../domain/kernel/scene'
import { pageOf, sceneIn } from '../../src/cloud/scene-in'

const scene = sceneOf({ code: '0123456789', version: 1 })
const encoded = encodeURIComponent(scene)

test('a code on a poster is understood as WeChat hands it over, as a link and bare', () => {
  for (const read of [
    `pages/worker/scan/index?scene=${encoded}`,
    `weapp://pages/worker/scan/index?scene=${encoded}&x=1`,
    encoded,
    scene,
  ]) {
    expect(sceneIn(read)).toBe(scene)
  }
})

test('a code of somebody else is called foreign, a torn one damaged', () => {
  for (const read of ['https://example.com/', '6901234567892', '', 'pages/x?scene='])
    expect(() => sceneIn(read)).toThrow(expect.objectContaining({ code: 'CODE_FOREIGN' }))
  expect(() => sceneIn('pages/x?scene=%E0%A4%A')).toThrow(expect.objectContaining({ code: 'CODE_DAMAGED' }))
})

test('a site code opens the site, an invitation the desk', () => {
  expect(pageOf(scene)).toBe(`/pages/worker/scan/index?scene=${encoded}`)
  expect(pageOf('i=ABC')).toBe('/desk/accept/index?scene=i%3DABC')
})
