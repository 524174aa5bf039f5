/** The plan as a person reads it before it is carried out. Names of variables, never their values. */
import type { CollectionIndex } from '../../../platform/cloud/manifest'
import { declared } from '../wechat/declared'
import { type Plan, type PlannedFunction, RUNTIME } from './plan'

const KB = 1024
const WIDE = 16

const row = (name: string, ...parts: readonly (string | undefined)[]): string =>
  `  ${name.padEnd(WIDE)}${parts.filter((part) => part !== undefined && part !== '').join('   ')}`

const listed = (label: string, items: readonly string[]): string | undefined =>
  items.length > 0 ? `${label} ${items.join(', ')}` : undefined

const indexText = ({ name, keys, unique }: CollectionIndex): string => {
  const fields = keys.map(([field, way]) => `${field} ${way}`).join(', ')
  return `${name} (${fields})${unique ? ' unique' : ''}`
}

const functionRow = ({
  name,
  memoryMb,
  timeoutSeconds,
  calledBy,
  triggers,
  env,
  openapi,
  mark,
}: PlannedFunction): string =>
  row(
    name,
    `${memoryMb} MB`,
    `${timeoutSeconds} s`,
    mark.replace('nuanhu ', 'build '),
    listed('called by', calledBy),
    ...triggers.map(({ name: timer, config }) => `timer ${timer} "${config}"`),
    listed('env', env),
    listed('openapi', openapi),
  )

export function planText(plan: Plan): string {
  const { version, packages, functions, collections, callRule, storageRule } = plan
  return [
    `mini-program ${version}`,
    ...packages.map(({ name, bytes }) => row(name, `${Math.ceil(bytes / KB)} KB`)),
    row('declared', listed('privacy', Object.keys(declared.privacy)), listed('permissions', declared.permissions)),
    '',
    `functions, on ${RUNTIME}`,
    ...functions.map(functionRow),
    '',
    'who may call, from a phone',
    ...Object.entries(callRule).map(([name, { invoke }]) => row(name, String(invoke))),
    '',
    'collections, every one closed to phones (ADMINONLY)',
    ...Object.entries(collections).flatMap(([name, { indexes }]) =>
      indexes.length === 0
        ? [row(name, '_id alone')]
        : indexes.map((one, place) => row(place === 0 ? name : '', indexText(one))),
    ),
    '',
    'storage (CUSTOM)',
    row('read', String(storageRule.read)),
    row('write', String(storageRule.write)),
  ].join('\n')
}
