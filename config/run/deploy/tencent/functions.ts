/** Functions and their timers in a cloud environment, through @cloudbase/manager-node. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import type CloudBase from '@cloudbase/manager-node'
import * as v from 'valibot'
import type { Cloud, FunctionToSend, StandingFunction, Timer } from '../cloud'
import { RUNTIME } from '../plan'
import { untilActive } from '../waiting'

/** Sent inside a request, a zip may hold so much; a larger one goes by way of the object store. */
const IN_REQUEST = 1.4 * 1024 * 1024

const Variables = v.optional(
  v.nullish(v.object({ Variables: v.nullish(v.array(v.object({ Key: v.string(), Value: v.string() }))) })),
)
const Detail = v.object({
  Runtime: v.string(),
  MemorySize: v.number(),
  Timeout: v.number(),
  Status: v.string(),
  Description: v.nullish(v.string()),
  Environment: Variables,
  Triggers: v.nullish(v.array(v.object({ TriggerName: v.string(), Type: v.string(), TriggerDesc: v.string() }))),
})
const Cron = v.pipe(v.string(), v.parseJson(), v.object({ cron: v.string() }))

/** It is given back as it was sent, or wrapped: both were seen. */
const cronIn = (text: string): string => {
  const parsed = v.safeParse(Cron, text)
  return parsed.success ? parsed.output.cron : text
}

const packedBytes = (folder: string): number =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .reduce(
      (sum, { parentPath, name }) => sum + deflateRawSync(readFileSync(join(parentPath, name)), { level: 1 }).length,
      0,
    )

const asSent = ({ name, memoryMb, timeoutSeconds, env, mark }: FunctionToSend) => ({
  name,
  memorySize: memoryMb,
  timeout: timeoutSeconds,
  envVariables: { ...env },
  description: mark,
  runtime: RUNTIME,
  handler: 'index.main',
  /** Each folder holds all it needs. */
  installDependency: false,
})

const codeOf = (wanted: FunctionToSend) =>
  ({
    func: asSent(wanted),
    functionRootPath: dirname(wanted.folder),
    deployMode: packedBytes(wanted.folder) > IN_REQUEST ? 'cos' : 'zip',
  }) as const

const standingOf = (detail: v.InferOutput<typeof Detail>): StandingFunction => ({
  runtime: detail.Runtime,
  memoryMb: detail.MemorySize,
  timeoutSeconds: detail.Timeout,
  mark: detail.Description ?? '',
  env: Object.fromEntries((detail.Environment?.Variables ?? []).map(({ Key, Value }) => [Key, Value])),
  timers: (detail.Triggers ?? [])
    .filter(({ Type }) => Type === 'timer')
    .map(({ TriggerName, TriggerDesc }) => ({ name: TriggerName, config: cronIn(TriggerDesc) })),
})

const asTrigger = ({ name, config }: Timer) => ({ name, type: 'timer', config })

type Sides = Pick<
  Cloud,
  'functions' | 'standing' | 'createFunction' | 'updateCode' | 'updateSettings' | 'createTimer' | 'replaceTimer'
>

export function functionsOf({ functions }: CloudBase, envId: string): Sides {
  const detailOf = async (name: string) => v.parse(Detail, await functions.getFunctionDetail(name))
  const settled = (name: string) => untilActive(name, async () => (await detailOf(name)).Status)
  return {
    functions: async () => {
      const listed = await functions.listAllFunctions({ envId })
      return listed.flatMap(({ FunctionName }) => (FunctionName === undefined ? [] : [FunctionName]))
    },
    standing: async (name) => standingOf(await detailOf(name)),
    createFunction: async (wanted) => {
      await functions.createFunction(codeOf(wanted))
    },
    updateCode: async (wanted) => {
      await functions.updateFunctionCode(codeOf(wanted))
      await settled(wanted.name)
    },
    updateSettings: async (wanted) => {
      await functions.updateFunctionConfig(asSent(wanted))
      await settled(wanted.name)
    },
    createTimer: async (name, timer) => {
      await functions.createFunctionTriggers(name, [asTrigger(timer)])
    },
    replaceTimer: async (name, timer) => {
      await functions.deleteFunctionTrigger(name, timer.name)
      await functions.createFunctionTriggers(name, [asTrigger(timer)])
    },
  }
}
