/** Which doors there are: what is for the timer, for WeChat, for the operator or for other functions answers nobody else. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { errors } from '../domain/kernel/errors'
import { buildAltered } from './builders/altered'
import { storedIn } from './builders/stored'
import { CITY, Town } from './builders/town'

const Manifest = v.looseObject({ functions: v.record(v.string(), v.looseObject({ calledBy: v.array(v.string()) })) })
const everybody = ['client', 'function', 'timer', 'push', 'http']

/** As when a rule of the cloud's own is set wrongly: everybody is let through to the function. */
const openToEverybody = (distDir: string): void => {
  const file = join(distDir, 'manifest.json')
  const manifest = v.parse(v.pipe(v.string(), v.parseJson(), Manifest), readFileSync(file, 'utf8'))
  for (const settings of Object.values(manifest.functions)) settings.calledBy = everybody
  writeFileSync(file, JSON.stringify(manifest))
}

const WORDS = '慕容婉清 13912345601'
let town: Town
let remove: () => void
beforeAll(async () => {
  const altered = await buildAltered({
    /** A breakdown that has somebody's words in it. */
    'push/index.ts': (text) =>
      text.replace("return 'success'", "if (type === 'breakdown') throw new Error('no answer')\n  return 'success'"),
  })
  remove = altered.remove
  openToEverybody(altered.distDir)
  town = await Town.start({ distDir: altered.distDir })
})
afterAll(async () => {
  await town.stop()
  remove()
})

const sources = ['wx_client', 'wx_client,scf', 'wx_http', 'wx_push', 'wx_trigger'] as const
const invite = { endpoint: 'inviteAdmin', input: { requestId: 'doors-0001', cityId: CITY } }
const event = { Type: 'Timer', TriggerName: 'everyMinute', ...invite }
const doors = [
  ['clock', 'wx_trigger'],
  ['push', 'wx_push'],
  ['bootstrap', 'wx_http'],
  ['paper', 'wx_client,scf'],
] as const
const wrong = doors.flatMap(([fn, right]) =>
  sources.filter((source) => source !== right).map((source) => [fn, source] as const),
)

test.each(wrong)('%s started by %s does nothing and says only that it is not for them', async (fn, source) => {
  const asked = fn === 'paper' ? { endpoint: 'poster', input: {} } : event
  expect(await town.cloud.call(fn, { openid: 'oMallory', event: asked, source })).toEqual({
    ok: false,
    error: { code: 'NOT_CALLABLE', message: errors.NOT_CALLABLE.text },
  })
  const db = await storedIn(town.cloud)
  for (const written of ['heartbeats', 'cities', 'invitations']) expect(await db.all(written)).toEqual([])
})

test('the timer, WeChat and the operator are answered', async () => {
  expect(await town.cloud.call('clock', { event, source: 'wx_trigger' })).toEqual({ done: 0, poisoned: 0 })
  expect(await town.cloud.call('push', { event: {}, source: 'wx_push' })).toBe('success')
  expect(await town.cloud.call('bootstrap', { event, source: 'wx_http' })).toMatchObject({ ok: true })
})

test('a breakdown behind such a door says nothing but that it broke down, and its log nothing of what was sent', async () => {
  const told = { Event: 'breakdown', Content: WORDS }
  expect(await town.cloud.call('push', { openid: 'oMallory', event: told, source: 'wx_push' })).toEqual({
    ok: false,
    error: { code: 'INTERNAL', message: errors.INTERNAL.text },
  })
  const said = town.cloud.logs().join()
  expect([said.includes('no answer'), said.includes('13912345601')]).toEqual([true, false])
})
