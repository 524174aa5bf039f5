/** The command of deployment with an account behind it, an environment of its own and nothing of the real one. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { freshKeyRing, type KeyRing } from '../../config/run/keys'
import { Account } from './account'
import { type Built, built, type FunctionName } from './built'
import { type Edge, openEdge, SECRET_ID } from './edge'
import { ENV_ID } from './shapes'

const root = join(__dirname, '..', '..')
type Env = Readonly<Record<string, string>>
export type Ended = { readonly code: number | null; readonly said: string }

export const run = (args: readonly string[], env: Env): Promise<Ended> =>
  new Promise((resolve) => {
    const command = [join(root, 'config/run/launch.cjs'), 'deploy', ...args]
    const { PATH = '', HOME = '' } = process.env
    const child = spawn(process.execPath, command, { cwd: root, env: { PATH, HOME, ...env } })
    let said = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        said += chunk.toString()
      })
    child.on('close', (code) => resolve({ code, said }))
  })

export const ring = freshKeyRing()
export const holding = (keys: KeyRing, oldest = '0.1.0'): Env => ({
  CLOUD_ENV: ENV_ID,
  TENCENTCLOUD_SECRETID: SECRET_ID,
  TENCENTCLOUD_SECRETKEY: 'a-secret-of-a-test',
  NUANHU_KEYS: JSON.stringify(keys),
  NUANHU_OLDEST_CLIENT: oldest,
})

export type Stage = {
  readonly account: Account
  readonly build: Built
  readonly deploy: (env?: Env, args?: readonly string[]) => Promise<Ended>
  readonly end: () => Promise<void>
}

export async function aStage(names: readonly FunctionName[] = ['clock', 'worker']): Promise<Stage> {
  const account = new Account()
  const build = built(names)
  const edge: Edge = await openEdge(account)
  return {
    account,
    build,
    deploy: (env = holding(ring), args = ['--only', 'cloud']) => {
      account.asked = []
      return run([...args, '--dist', build.dist], { ...edge.env, ...env })
    },
    end: async () => {
      await edge.stop()
      build.remove()
    },
  }
}

export const secretsOf = ({ encrypt, hash }: KeyRing): string[] => [...Object.values(encrypt.keys), hash]
