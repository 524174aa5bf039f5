/** Something built, small enough to deploy within a test: two functions, two collections, and the mini-program as it is. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

export const manifest = {
  functions: {
    clock: {
      entry: 'clock/index.js',
      timeoutSeconds: 60,
      memoryMb: 256,
      calledBy: ['timer'],
      triggers: [{ name: 'everyMinute', type: 'timer', config: '0 * * * * * *' }],
      env: ['NUANHU_KEYS'],
    },
    worker: {
      entry: 'worker/index.js',
      timeoutSeconds: 20,
      memoryMb: 256,
      calledBy: ['client'],
      openapi: ['subscribeMessage.send'],
      env: ['NUANHU_KEYS', 'NUANHU_OLDEST_CLIENT'],
    },
  },
  collections: {
    workers: {
      indexes: [
        { name: 'byOwner', keys: [['ownerId', 1]] },
        { name: 'byPlace', keys: [['place', '2dsphere']] },
        {
          name: 'byCode',
          keys: [
            ['code', 1],
            ['at', -1],
          ],
          unique: true,
        },
      ],
    },
    counters: { indexes: [] },
  },
  storage: { clientRead: false, clientWrite: ['inbox/'] },
}

export type Built = { readonly dist: string; write(file: string, content: string): void; remove(): void }

export type FunctionName = keyof typeof manifest.functions

/** Each function more takes a second or two to put in place. */
export function built(names: readonly FunctionName[]): Built {
  const dist = mkdtempSync(join(tmpdir(), 'nuanhu-built-'))
  const write = (file: string, content: string): void => {
    mkdirSync(dirname(join(dist, file)), { recursive: true })
    writeFileSync(join(dist, file), content)
  }
  const functions = Object.fromEntries(names.map((name) => [name, manifest.functions[name]]))
  write('cloudfunctions/manifest.json', JSON.stringify({ ...manifest, functions }))
  for (const name of names) {
    write(`cloudfunctions/${name}/index.js`, `exports.main = async () => '${name}'\n`)
    write(`cloudfunctions/${name}/config.json`, '{ "permissions": { "openapi": [] } }')
  }
  cpSync(join(__dirname, '..', '..', 'dist', 'weapp'), join(dist, 'weapp'), { recursive: true })
  return { dist, write, remove: () => rmSync(dist, { recursive: true, force: true }) }
}
