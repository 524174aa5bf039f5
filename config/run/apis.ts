/** Every domain's contract, found where the house puts it: domain/<name>/api.ts. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Api } from '../../domain/kernel/api'

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

const isApi = (value: unknown): value is Api =>
  isObject(value) && 'name' in value && 'says' in value && 'endpoints' in value && isObject(value.endpoints)

export async function readApis(root: string): Promise<Api[]> {
  const names = readdirSync(join(root, 'domain')).filter((name) => existsSync(join(root, 'domain', name, 'api.ts')))
  const modules = await Promise.all(
    names
      .filter((name) => name !== 'kernel')
      .sort()
      .map((name): Promise<unknown> => import(join(root, 'domain', name, 'api.ts'))),
  )
  return modules.flatMap((module) => (isObject(module) ? Object.values(module).filter(isApi) : []))
}
