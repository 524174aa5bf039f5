/** What the Tencent Cloud API is sent by the calls deployment makes, no more than the account has to look at. */
import * as v from 'valibot'

export const ENV_ID = 'nuanhu-test'

const Pair = v.object({ Key: v.string(), Value: v.string() })
const Variables = v.optional(v.object({ Variables: v.array(Pair) }))
export const Trigger = v.object({ TriggerName: v.string(), Type: v.literal('timer'), TriggerDesc: v.string() })
export const Named = v.looseObject({ FunctionName: v.string(), Namespace: v.literal(ENV_ID) })
export const Zip = v.object({
  ZipFile: v.pipe(
    v.string(),
    v.transform((text) => Buffer.from(text, 'base64')),
  ),
})
export const Created = v.object({
  ...Named.entries,
  Runtime: v.string(),
  Handler: v.literal('index.main'),
  MemorySize: v.number(),
  Timeout: v.number(),
  InstallDependency: v.literal('FALSE'),
  Description: v.string(),
  Environment: Variables,
  Code: Zip,
})
export const Settings = v.object({
  ...Named.entries,
  MemorySize: v.number(),
  Timeout: v.number(),
  Description: v.string(),
  Environment: Variables,
})
export const Triggers = v.pipe(v.string(), v.parseJson(), v.array(Trigger))
export const Table = v.looseObject({ EnvId: v.literal(ENV_ID), TableName: v.string() })
export const NewIndex = v.object({
  IndexName: v.string(),
  MgoKeySchema: v.object({
    MgoIndexKeys: v.array(v.object({ Name: v.string(), Direction: v.string() })),
    MgoIsUnique: v.boolean(),
  }),
})
export const Permission = v.object({
  ResourceType: v.string(),
  Resource: v.optional(v.string()),
  Permission: v.string(),
  SecurityRule: v.optional(v.string()),
})
