/** Runs inside each function instance: loads the built bundle, answers one call at a time, keeps the clock it is told. */
const { workerData, parentPort } = require('node:worker_threads')
const diagnostics = require('node:diagnostics_channel')
const { format } = require('node:util')

const RealDate = Date
let fixedAt

/** Only Date follows a test's clock; timers and sockets keep real time. */
globalThis.Date = new Proxy(RealDate, {
  construct: (target, values, made) =>
    values.length === 0 && fixedAt !== undefined
      ? new target(fixedAt)
      : Reflect.construct(target, values, made === globalThis.Date ? target : made),
  apply: (target) => (fixedAt === undefined ? target() : new target(fixedAt).toString()),
  get: (target, key) => (key === 'now' && fixedAt !== undefined ? () => fixedAt : Reflect.get(target, key)),
})

for (const level of ['log', 'info', 'warn', 'error', 'debug']) {
  console[level] = (...words) => parentPort.postMessage({ kind: 'log', level, text: format(...words) })
}

/** When each request to the cloud left and when its answer came: parallel ones are one wait. */
let spans = new Map()
diagnostics.subscribe('http.client.request.start', ({ request }) => {
  spans.set(request, { path: request.path, from: performance.now() })
})
diagnostics.subscribe('http.client.response.finish', ({ request }) => {
  const span = spans.get(request)
  if (span) span.to = performance.now()
})

let main
try {
  main = require(workerData.entry).main
  if (typeof main !== 'function') throw new Error('the bundle exports no function named main')
  parentPort.postMessage({ kind: 'ready' })
} catch (failure) {
  parentPort.postMessage({ kind: 'broken', message: String(failure?.stack ?? failure) })
}

parentPort.on('message', async ({ env, event, context, fixedAt: at }) => {
  fixedAt = at
  spans = new Map()
  for (const [key, value] of Object.entries(env)) {
    if (value === null) delete process.env[key]
    else process.env[key] = value
  }
  let answer
  try {
    answer = { kind: 'done', text: JSON.stringify((await main(JSON.parse(event), context)) ?? null) }
  } catch (failure) {
    answer = { kind: 'failed', message: String(failure?.stack ?? failure?.errMsg ?? failure) }
  }
  const now = performance.now()
  parentPort.postMessage({ ...answer, spans: [...spans.values()].map((span) => ({ to: now, ...span })) })
})
