/** One cloud in a process of its own for the bench: `serve.ts DATA DIST MODE INSTANCES`; the mode `constant` answers the SDK without a database. */
import { performance } from 'node:perf_hooks'
import { startCloud } from '../../../../platform/cloud'
import type { AnswerWire } from '../../../../platform/cloud/functions/instance'
import { lampText } from './lamp'

const [dataDir = '', distDir = '', mode, instances] = process.argv.slice(2)

const list = Array.from({ length: 20 }, (_, n) => lampText(n))
const answers: Readonly<Record<string, unknown>> = {
  getDocument: { list },
  modifyDocument: { updated: 1 },
  insertDocument: { insertedIds: ['new'] },
}
const constants = new Map(
  Object.entries(answers).map(([action, data]) => [action, JSON.stringify({ requestId: 'constant', data })]),
)

/** The floor: the same calls over the same wire, and nothing behind it. */
const constantWire: AnswerWire = async (_url, _type, body) => {
  const action = /"action":"database\.(\w+)"/.exec(Buffer.from(body).toString('latin1'))?.[1] ?? ''
  return { type: 'application/json; charset=utf-8', body: constants.get(action) ?? '{}' }
}

async function serve(): Promise<void> {
  const from = performance.now()
  const cloud = await startCloud({
    port: 0,
    dataDir,
    distDir,
    timers: false,
    quiet: true,
    bounds: { perFunction: Number(instances) },
    ...(mode === 'constant' ? { wire: constantWire } : {}),
  })
  const startedMs = performance.now() - from
  process.on('message', () => {
    globalThis.gc?.()
    process.send?.({ rss: process.memoryUsage.rss() })
  })
  process.once('disconnect', () => void cloud.stop().then(() => process.exit(0)))
  process.send?.({ url: cloud.url, startedMs })
}

void serve()
