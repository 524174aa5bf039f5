/** A project of one function, to build and to serve without waiting for the product. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

const files = {
  'package.json': '{ "name": "small", "private": true }',
  'package-lock.json': '{}',
  'cloudfunctions/_lib/collections.ts': `export const collections = {
  things: { schema: 'anything', indexes: [{ name: 'byPlace', keys: [['placeId', 1], ['at', -1]] }] },
}
`,
  'cloudfunctions/echo/config.json': JSON.stringify({
    timeoutSeconds: 5,
    memoryMb: 128,
    calledBy: ['client', 'timer'],
    openapi: ['phonenumber.getPhoneNumber'],
    triggers: [{ name: 'minute', type: 'timer', config: '0 * * * * * *' }],
    assets: { 'letter.txt': 'assets/letter.txt' },
  }),
  'cloudfunctions/echo/index.ts': `import cloud from 'wx-server-sdk'
import { greeting } from '../../domain/greeting'
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
export const main = async (event: unknown) => ({ ok: true, data: { event, greeting, who: cloud.getWXContext().OPENID } })
`,
  'domain/greeting.ts': "export const greeting = '过年好'\n",
  'assets/letter.txt': '见字如面',
} as const

export type SmallProject = { root: string; write(file: string, text: string): void; remove(): void }

export function smallProject(): SmallProject {
  const root = mkdtempSync(join(tmpdir(), 'nuanhu-run-'))
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), text)
  }
  for (const [file, text] of Object.entries(files)) write(file, text)
  symlinkSync(join(__dirname, '..', '..', 'node_modules'), join(root, 'node_modules'), 'junction')
  return { root, write, remove: () => rmSync(root, { recursive: true, force: true }) }
}
