/** The cloud no longer takes a release that is still on people's phones: each is told, loses nothing, and goes on with the new one. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { appVersion } from '../../config/env'
import { builtApp } from '../ui/shipped'
import { openStage, type Stage } from '../ui/stage'
import { onThisDesk } from './elsewhere'
import type { Handset } from './handset'
import { agrees, numberOf, registers, SITE, saysWhere, saysWho } from './registering'
import { keepSteps, tooMuch } from './steps'
import { openWorld, type World } from './world'

const STORY = 'update'
/** Older than anything this repository built. */
const OLD = '0.0.9'
const ONLY_NEW = { NUANHU_OLDEST_CLIENT: appVersion }
const SENTENCE = /^这是旧版，换成新版接着办/

const folder = mkdtempSync(join(tmpdir(), 'nuanhu-release-'))

/** The app as it was built, but for the release it says it is. */
function putOld(): void {
  cpSync(builtApp, folder, { recursive: true })
  const file = join(folder, 'common.js')
  const code = readFileSync(file, 'utf8')
  const quoted = JSON.stringify(appVersion)
  if (code.split(quoted).length !== 2) throw new Error(`common.js does not name the release ${quoted} once`)
  writeFileSync(file, code.replace(quoted, JSON.stringify(OLD)))
}

const putNew = (): void => cpSync(builtApp, folder, { recursive: true })

let stage: Stage
let world: World

beforeAll(async () => {
  putOld()
  stage = await openStage(folder)
  world = await openWorld(stage)
})
afterAll(async () => {
  keepSteps(STORY)
  await world?.close()
  rmSync(folder, { recursive: true, force: true })
})

async function fillsHalf(worker: Handset, name: string, at: number): Promise<void> {
  await worker.scan('扫码登记', await world.scene(SITE))
  await agrees(worker, 'refuse')
  await worker.write('您的手机号', `1990000${8500 + at}`)
  await worker.tap('下一步')
  await saysWho(worker, name, numberOf(35, at))
}

onThisDesk(
  'whoever is half way when their release goes out of use is told, and goes on with all they wrote',
  async () => {
    const [quick, slow] = [
      await world.handset('update-sent', 'newcomer'),
      await world.handset('update-draft', 'newcomer-2'),
    ]
    await fillsHalf(quick, '田小满', 611)
    await fillsHalf(slow, '石榴花', 612)

    await stage.deploy(ONLY_NEW)
    await saysWhere(quick)
    await registers(quick)
    await quick.sees(SENTENCE)
    await quick.photograph('told')
    await quick.tap('换新版')
    await quick.photograph('how')
    await quick.answer({ sheet: 'modal', button: 'confirm' })
    await slow.reopen()
    await slow.sees(SENTENCE)
    await slow.photograph('told')

    putNew()
    await stage.deploy(ONLY_NEW)
    await quick.fetchesUpdate()
    await quick.tap('换新版')
    await quick.sees('等核实')
    await quick.photograph('sent-by-itself')

    await slow.reopen()
    await slow.seesNo(SENTENCE)
    await slow.tap(/^上次没填完/)
    await slow.photograph('goes-on')
    await saysWhere(slow)
    await slow.sees('石榴花')
    await registers(slow)
    await slow.sees('等核实')
    await slow.photograph('the-card')
  },
)

onThisDesk('nothing a real phone would have refused was done on the way', async () => {
  expect(await world.faults()).toEqual([])
})

onThisDesk('no step sets more data at once than an old phone can bear', () => {
  expect(tooMuch()).toEqual([])
})
