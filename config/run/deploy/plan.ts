/** What would stand in the cloud after deployment, read from what was built: the dry run prints it, the steps bring it about. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Manifest, readManifest } from '../../../platform/cloud/manifest'
import { appVersion } from '../../env'
import { fingerprint } from '../../fingerprint'
import { packageSizes } from '../../gates'
import { CannotGoOn } from '../say'

/** Node 20, which functions are bundled for; it can be named only when a function is created. */
export const RUNTIME = 'Nodejs20.19'

export type PlannedFunction = Manifest['functions'][string] & {
  readonly name: string
  readonly folder: string
  readonly mark: string
}

export type Plan = {
  readonly version: string
  readonly weapp: string
  readonly packages: readonly { name: string; bytes: number }[]
  readonly functions: readonly PlannedFunction[]
  readonly collections: Manifest['collections']
  readonly callRule: Readonly<Record<string, { invoke: boolean | string }>>
  readonly storageRule: { readonly read: boolean; readonly write: string | boolean }
  /** Every environment variable some function names. */
  readonly envNames: readonly string[]
}

/** Whoever is not named may not call: a function is open to phones only when it says so itself. */
const callRuleOf = (functions: Manifest['functions']): Plan['callRule'] => ({
  '*': { invoke: false },
  ...Object.fromEntries(
    Object.entries(functions).map(([name, { calledBy }]) => [
      name,
      { invoke: calledBy.includes('client') ? 'auth != null' : false },
    ]),
  ),
})

/** A regular expression in a storage rule has to be compared with true, and its path begins without a slash. */
const writableUnder = (folders: readonly string[]): string | boolean => {
  if (folders.length === 0) return false
  const paths = folders.map((folder) => `/^${folder.replaceAll('/', '\\/')}/.test(resource.path) == true`)
  return `resource.openid == auth.openid && (${paths.join(' || ')})`
}

export function readPlan(dist: string): Plan {
  const folder = join(dist, 'cloudfunctions')
  const weapp = join(dist, 'weapp')
  if (!existsSync(join(weapp, 'app.json'))) throw new CannotGoOn(`There is no ${join(weapp, 'app.json')}: build first.`)
  const { functions, collections, storage } = readManifest(folder)
  return {
    version: appVersion,
    weapp,
    packages: packageSizes(weapp),
    functions: Object.entries(functions).map(([name, row]) => ({
      ...row,
      name,
      folder: join(folder, name),
      mark: `nuanhu ${fingerprint(folder, [name]).slice(0, 16)}`,
    })),
    collections,
    callRule: callRuleOf(functions),
    storageRule: { read: storage.clientRead, write: writableUnder(storage.clientWrite) },
    envNames: [...new Set(Object.values(functions).flatMap(({ env }) => env))].sort(),
  }
}
