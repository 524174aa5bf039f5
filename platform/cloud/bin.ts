/** `npm run cloud -- --port 0 --data DIR`: starts only the local cloud. */
import { existsSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { startCloud } from '.'
import { messageOf, StartError } from './errors'
import { isJson, parseJson } from './json'

const readArguments = () =>
  parseArgs({
    options: {
      port: { type: 'string', default: '0' },
      data: { type: 'string', default: '.data' },
      dist: { type: 'string', default: 'dist/cloudfunctions' },
      host: { type: 'string', default: '127.0.0.1' },
      'env-file': { type: 'string' },
    },
  }).values

function readEnvFile(file: string): Record<string, string> {
  const env = existsSync(file) ? parseJson(readFileSync(file, 'utf8')) : undefined
  if (!isJson(env)) throw new StartError(`${file} must hold one JSON object of names and values.`)
  return Object.fromEntries(Object.entries(env).map(([key, value]) => [key, String(value)]))
}

async function main(): Promise<void> {
  const { port, data, dist, host, 'env-file': envFile } = readArguments()
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) throw new StartError(`--port ${port} is not a port.`)
  const cloud = await startCloud({
    port: Number(port),
    dataDir: data,
    distDir: dist,
    host,
    ...(envFile !== undefined && { env: readEnvFile(envFile) }),
  })
  console.log(`cloud listening on ${cloud.url}`)
  const stop = (): void => void cloud.stop().then(() => process.exit(0))
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}

main().catch((failure: unknown) => {
  console.error(messageOf(failure))
  process.exit(1)
})
