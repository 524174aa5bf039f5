/** What the build says it made: functions, collections, storage rules. Read once, refused in one sentence when it is wrong. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { StartError } from './errors'
import { parseJson } from './json'

const name = v.pipe(v.string(), v.regex(/^[A-Za-z][A-Za-z0-9_-]*$/))

const Index = v.object({
  name,
  keys: v.pipe(v.array(v.tuple([v.string(), v.picklist([1, -1, '2dsphere'])])), v.minLength(1)),
  unique: v.optional(v.boolean(), false),
})
export type CollectionIndex = v.InferOutput<typeof Index>

const Caller = v.picklist(['client', 'function', 'timer', 'push', 'http'])
export type Caller = v.InferOutput<typeof Caller>

const Trigger = v.object({ name, type: v.literal('timer'), config: v.string() })

const DeployedFunction = v.object({
  entry: v.string(),
  timeoutSeconds: v.optional(v.pipe(v.number(), v.minValue(1), v.maxValue(60)), 3),
  memoryMb: v.optional(v.number(), 256),
  calledBy: v.array(Caller),
  openapi: v.optional(v.array(v.string()), []),
  triggers: v.optional(v.array(Trigger), []),
  env: v.optional(v.array(v.string()), []),
})
export type DeployedFunction = v.InferOutput<typeof DeployedFunction>

const Manifest = v.object({
  functions: v.record(name, DeployedFunction),
  collections: v.record(name, v.object({ indexes: v.optional(v.array(Index), []) })),
  storage: v.optional(
    v.object({ clientRead: v.optional(v.boolean(), false), clientWrite: v.optional(v.array(v.string()), []) }),
    {},
  ),
})
export type Manifest = v.InferOutput<typeof Manifest>

export function readManifest(distDir: string): Manifest {
  const file = join(distDir, 'manifest.json')
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    throw new StartError(`There is no ${file}: build the functions first.`)
  }
  const parsed = v.safeParse(Manifest, parseJson(text))
  if (parsed.success) return parsed.output
  const [issue] = parsed.issues
  throw new StartError(
    `${file} is not a manifest this cloud can read: ${v.getDotPath(issue) ?? 'the whole file'}: ${issue.message}`,
  )
}
