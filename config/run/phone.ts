/** `npm run phone -- --auto-port 9420 --as newcomer`: one person's phone over a cloud of its own, driven by miniprogram-automator. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPhone } from '../../platform/phone'
import { ensureChromium } from './browser'
import { buildAll } from './building'
import { chromiumFlags, findChromium } from './chromium'
import { loadCity, openDemoCloud, phoneOrigin } from './demo-cloud'
import { openDesk } from './desk/server'
import { dataFolder, readOptions, readPort, root } from './options'
import { isPersona, openidOf, type Persona, personas } from './personas'
import { CannotGoOn, command } from './say'

const progress = (line: string): void => console.error(`  ${line}`)

/** Undone in the opposite order, once, however it comes to an end. */
const closing: (() => unknown)[] = []
async function close(): Promise<void> {
  for (const step of closing.splice(0).reverse()) await step()
}
const end = (): void => {
  close().then(
    () => process.exit(0),
    () => process.exit(1),
  )
}

/** Without --data what happens on this phone is forgotten with it. */
function folderFor(data: string | undefined): string {
  if (data !== undefined) return dataFolder(data)
  const folder = mkdtempSync(join(tmpdir(), 'nuanhu-phone-'))
  closing.push(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** As the developer tool's --auto-account names a person by their openid. */
function slugOf(person: string): string {
  const slug = personas.find((one) => openidOf(one.slug) === person)?.slug ?? person
  if (isPersona(slug)) return slug
  throw new CannotGoOn(`--as ${person} is nobody here: take one of ${personas.map((one) => one.slug).join(', ')}.`)
}

const pageOf = (slug: string): string | undefined =>
  personas.find((one): one is (typeof personas)[number] & Persona => one.slug === slug)?.page

async function openPhone(slug: string, dataDir: string, port: number): Promise<string> {
  await buildAll(['weapp'], progress)
  await ensureChromium(progress)
  const desk = await openDesk(0, {
    weapp: join(root, 'dist', 'weapp'),
    page: join(root, 'config', 'run', 'desk', 'page'),
  })
  closing.push(desk.stop)
  const cloud = await openDemoCloud({ dataDir, deskPort: desk.port })
  closing.push(() => cloud.stop())
  await loadCity(cloud, dataDir, progress)
  await desk.ready(cloud)
  const chromium = { executablePath: findChromium() ?? '', flags: chromiumFlags }
  const entry = pageOf(slug)
  const origin = phoneOrigin(slug, desk.port)
  const phone = await startPhone({ origin, chromium, port, ...(entry !== undefined && { entry }), onClosed: end })
  closing.push(phone.close)
  return phone.wsEndpoint
}

async function main(): Promise<void> {
  const options = readOptions({
    'auto-port': { type: 'string', default: '9420' },
    as: { type: 'string' },
    'auto-account': { type: 'string' },
    data: { type: 'string' },
  })
  const port = readPort(options['auto-port'], '--auto-port')
  const slug = slugOf(options.as ?? options['auto-account'] ?? 'newcomer')
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, end)
  try {
    const wsEndpoint = await openPhone(slug, folderFor(options.data), port)
    console.log(`phone listening on ${wsEndpoint}`)
  } catch (failure) {
    await close()
    throw failure
  }
}

command(main)
