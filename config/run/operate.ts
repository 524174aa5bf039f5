/** Speaks to the operator's endpoints, on a cloud that is running elsewhere or on one started here for the occasion. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildFunctions } from '../functions'
import { readEnv } from './data-folder'
import type { Callable } from './demo/caller'
import { root } from './options'
import { phones } from './personas'
import { CannotGoOn } from './say'

/** As a server outside WeChat calls a function: over http, with a secret in place of the app's access token. */
export function runningCloud(url: string, dataDir: string): Callable {
  const file = join(dataDir, 'operator')
  if (!existsSync(file))
    throw new CannotGoOn(`${file} is missing: --data must be the data folder of the cloud at ${url}.`)
  const headers = { 'content-type': 'application/json', 'x-operator': readFileSync(file, 'utf8').trim() }
  return {
    call: async (fn, { event }) => {
      const answer = await answerAt(url, `/invoke/${fn}`, { method: 'POST', headers, body: JSON.stringify(event) })
      if (answer.isOk) return answer.body
      throw new CannotGoOn(`What answers at ${url} is no cloud over this data folder: look at --url and --data.`)
    },
  }
}

async function answerAt(url: string, path: string, sent: RequestInit): Promise<{ isOk: boolean; body?: unknown }> {
  try {
    const answer = await fetch(new URL(path, url), sent)
    return answer.ok ? { isOk: true, body: await answer.json() } : { isOk: false }
  } catch (failure) {
    if (failure instanceof SyntaxError) return { isOk: false }
    throw new CannotGoOn(`No cloud answers at ${url}.`)
  }
}

export type OwnCloud = Callable & { readonly stop: () => Promise<void> }

/** Without timers: an operator's command does one thing and leaves. */
export async function ownCloud(dataDir: string): Promise<OwnCloud> {
  await buildFunctions({ root })
  const { startCloud } = await import('../../platform/cloud')
  const distDir = join(root, 'dist', 'cloudfunctions')
  return startCloud({ port: 0, dataDir, distDir, env: readEnv(dataDir), phones: phones(), timers: false, quiet: true })
}
