/** Runs inside each function instance: loads the built bundle and answers one call at a time. */
const { format } = require('node:util')
const { workerData, parentPort } = require('node:worker_threads')
const { setClock } = require('./clock.cjs')
const { answerWire, takeSpans } = require('./wire.cjs')

for (const level of ['log', 'info', 'warn', 'error', 'debug']) {
  console[level] = (...words) => parentPort.postMessage({ kind: 'log', level, text: format(...words) })
}

let main
try {
  main = require(workerData.entry).main
  if (typeof main !== 'function') throw new Error('the bundle exports no function named main')
  parentPort.postMessage({ kind: 'ready' })
} catch (failure) {
  parentPort.postMessage({ kind: 'broken', message: String(failure?.stack ?? failure) })
}

async function call({ env, event, context, fixedAt }) {
  setClock(fixedAt)
  takeSpans()
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
  parentPort.postMessage({ ...answer, spans: takeSpans() })
}

parentPort.on('message', (message) => (message.kind === 'wire' ? answerWire(message) : call(message)))
