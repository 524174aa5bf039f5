/** A story on phones of which it has nothing but the automator's address, as of a developer tool's, with a person before them. */
import { spawn } from 'node:child_process'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { type Phone, startPhone } from '../../platform/phone'
import { connectPhone, type PhoneClient } from '../../platform/phone/client'
import { openStage, type Stage } from '../ui/stage'
import { onThisDesk } from './elsewhere'

const root = resolve(__dirname, '..', '..')
const PEOPLE = ['newcomer', 'site-officer'] as const
const ASKED = /^by hand, on the phone of (\S+): (.+)$/
const SHEET = /^when WeChat asks \((\S+)\), (\S+)$/

let stage: Stage
const phones = new Map<string, Phone>()

beforeAll(async () => {
  stage = await openStage()
  const start = async (slug: string): Promise<void> =>
    void phones.set(slug, await startPhone({ origin: stage.originOf(slug), chromium: stage.browser }))
  await Promise.all(PEOPLE.map(start))
})
afterAll(async () => {
  for (const phone of phones.values()) await phone.close()
  await stage?.close()
})

/** What a person does who reads this. */
async function does(phone: PhoneClient, what: string): Promise<void> {
  const [, sheet, button] = SHEET.exec(what) ?? []
  if (what === 'take its signal away') return phone.goOffline()
  if (what === 'give it its signal back') return phone.goOnline()
  if (sheet === undefined || button === undefined) throw new Error(`nobody knows how to: ${what}`)
  while ((await phone.layer()).sheet !== sheet) await phone.idle()
  await phone.answer({ sheet, button })
}

type Told = { readonly code: number | null; readonly said: string; readonly asked: readonly string[] }

async function tell(story: string, endpoints: string): Promise<Told> {
  const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js')
  const env = { ...process.env, WS_ENDPOINT: endpoints }
  const child = spawn(process.execPath, [jest, `tests/e2e/${story}`], {
    cwd: root,
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const ended = new Promise<number | null>((settle) => child.on('close', settle))
  const hands = new Map<string, PhoneClient>()
  for (const [slug, { wsEndpoint }] of phones) hands.set(slug, await connectPhone(wsEndpoint))
  const lines: string[] = []
  const asked: string[] = []
  try {
    for await (const line of createInterface({ input: child.stderr })) {
      lines.push(line)
      const [, slug = '', what = ''] = ASKED.exec(line) ?? []
      const hand = hands.get(slug)
      if (!hand) continue
      asked.push(`${slug}: ${what}`)
      await does(hand, what)
    }
    return { code: await ended, said: lines.join('\n'), asked }
  } finally {
    child.kill()
    for (const hand of hands.values()) hand.close()
  }
}

onThisDesk(
  'a registration is told to its end on phones elsewhere, and asks by hand for nothing but what it cannot do',
  async () => {
    const endpoints = PEOPLE.map((slug) => `${slug}=${phones.get(slug)?.wsEndpoint}`).join(',')
    const { code, said, asked } = await tell('registration.test.ts', endpoints)
    expect(said).toMatch(/2 skipped, 1 passed, 3 total/)
    expect(code).toBe(0)
    const [away, back] = ['newcomer: take its signal away', 'newcomer: give it its signal back']
    expect(asked).toEqual([
      'newcomer: when WeChat asks (privacy), allow',
      'newcomer: when WeChat asks (phone-number), allow',
      ...[away, back],
      ...[away, back],
    ])
  },
)
