/** The demo city’s counter: each claim stands where its row says, each programme says that it is made up, everybody of the desk has something to do. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { buildFunctions } from '../../config/functions'
import { phoneOf } from '../../config/run/demo/caller'
import { loadDemoCity } from '../../config/run/demo/city'
import { claims } from '../../config/run/demo/claim-rows'
import { DISTRICT } from '../../config/run/demo/rows'
import { openDemoCloud } from '../../config/run/demo-cloud'
import type { Cloud } from '../../platform/cloud'

let cloud: Cloud
let dataDir: string

beforeAll(async () => {
  await buildFunctions({ root: resolve(__dirname, '../..') })
  dataDir = mkdtempSync(join(tmpdir(), 'nuanhu-demo-'))
  cloud = await openDemoCloud({ dataDir, deskPort: 3100, strict: true })
  await loadDemoCity(cloud, dataDir, new Date(), () => undefined)
}, 240_000)
afterAll(async () => {
  await cloud.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

const district = { level: 'district', id: DISTRICT } as const
const waitsForSigner = 'approved'

test('each claim stands where its row says', async () => {
  for (const { slug, goal } of claims) {
    const mine = await phoneOf(cloud, slug).claim.mine({})
    const states = mine.claims.map(({ state }) => state)
    expect([slug, states]).toEqual([slug, expect.arrayContaining([goal === 'waitsForSigner' ? waitsForSigner : goal])])
  }
})

test('each programme and each paper says that it is made up, and its books add up', async () => {
  const { rows } = await phoneOf(cloud, 'union').claim.deskProgrammes({ scope: district })
  expect(rows).toHaveLength(5)
  for (const { id, title, books } of rows) {
    const { programme } = await phoneOf(cloud, 'union').claim.deskProgramme({ id })
    expect(title).toMatch(/（演示）$/)
    expect(programme.details.payer).toMatch(/（演示）$/)
    for (const paper of programme.details.documents) expect(paper.title).toContain('演示用，不是真的文件')
    expect((books?.freeFen ?? 0) + (books?.reservedFen ?? 0) + (books?.paidFen ?? 0)).toBe(books?.budgetFen)
  }
})

test('whoever decides, signs and pays finds something to do, and the employer its roster', async () => {
  const waiting = async (slug: string) =>
    (await phoneOf(cloud, slug).claim.desk({ scope: district })).queues.filter((line) => line.waiting > 0)
  for (const slug of ['reviewer', 'countersigner', 'cashier'])
    expect([slug, await waiting(slug)]).not.toEqual([slug, []])
  const { grants } = await phoneOf(cloud, 'employer').staff.me({})
  const [grant] = grants
  if (!grant) throw new Error('the employer has no officer')
  const { claims: rosters } = await phoneOf(cloud, 'employer').claim.rosterClaims({ scope: grant.scope })
  expect(rosters).toMatchObject([{ state: 'submitted', people: 6, refused: 1 }])
  expect((await phoneOf(cloud, 'worker').claim.counted({})).rows).toHaveLength(1)
})
