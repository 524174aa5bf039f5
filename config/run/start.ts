/** `npm start`: builds what changed, starts the cloud with the demo city, and opens the desk in front of it. */
import { join, relative } from 'node:path'
import type { Cloud } from '../../platform/cloud'
import { prepareDataFolder } from './data-folder'
import { loadCity, openDemoCloud } from './demo-cloud'
import { type Desk, openDesk } from './desk/server'
import { dataFolder, readOptions, readPort, root } from './options'
import { personas } from './personas'
import { command } from './say'

const progress = (line: string): void => console.log(`  ${line}`)

function printPage(port: number, cloud: Cloud, dataDir: string): void {
  const where = relative(root, dataDir) || '.'
  const addresses = personas.map(({ slug }) => `http://${slug}.localhost:${port}/`)
  const width = Math.max(...addresses.map(({ length }) => length)) + 2
  const lines = personas.map(({ label, says }, n) => `    ${addresses[n]?.padEnd(width)}${label}：${says}`)
  console.log(`
  暖沪 is up. Open

    http://localhost:${port}/

  and you see two phones side by side. Each persona also has an address alone:

${lines.join('\n')}

  The cloud's console   ${cloud.url}/console
  Data and keys         ${where}  (delete it for a fresh city)
  Ctrl-C stops it.
`)
}

function stopOnSignal(desk: Desk, cloud: Cloud, stopWatching: () => Promise<void>): void {
  const stop = async (): Promise<void> => {
    await stopWatching()
    await desk.stop()
    await cloud.stop()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop())
}

async function start(): Promise<void> {
  const options = readOptions({
    port: { type: 'string', default: '3100' },
    data: { type: 'string', default: '.data' },
    watch: { type: 'boolean', default: false },
  })
  const dataDir = dataFolder(options.data)
  prepareDataFolder(dataDir)
  const weapp = join(root, 'dist', options.watch ? 'dev' : 'weapp')
  const page = join(root, 'config', 'run', 'desk', 'page')
  const desk = await openDesk(readPort(options.port), { weapp, isDraft: options.watch, page })
  const { buildAll, buildPlatform } = await import('./building')
  await buildAll([], progress)
  /** Before the long build, so that a data folder that cannot be used is said at once. */
  const cloud = await openDemoCloud({ dataDir, deskPort: desk.port })
  const watching = options.watch ? (await import('./watch')).watchAll(desk, cloud, progress) : undefined
  stopOnSignal(desk, cloud, async () => watching?.stop())
  await Promise.all([watching?.built ?? buildPlatform('weapp', progress), loadCity(cloud, dataDir, progress)])
  await desk.ready(cloud)
  printPage(desk.port, cloud, dataDir)
}

command(start)
