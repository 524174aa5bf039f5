/** A Tencent Cloud account with one environment, as far as its API is asked: it keeps what it is told, and refuses as it does. */
import * as v from 'valibot'
import { Created, ENV_ID, Named, NewIndex, Permission, Settings, Table, type Trigger, Triggers, Zip } from './shapes'

type Fn = {
  Runtime: string
  MemorySize: number
  Timeout: number
  Description: string
  Environment: { Variables: { Key: string; Value: string }[] }
  Triggers: v.InferOutput<typeof Trigger>[]
  code: Buffer
  /** What is still underway when it is next looked at. */
  changing: boolean
}
type Index = { Name: string; Unique: boolean; Keys: { Name: string; Direction: string }[] }
type Collection = { indexes: Index[]; permission: { Permission: string; SecurityRule?: string | undefined } }

export class Refusal extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

type Answer = Record<string, unknown>
type Action = (data: unknown) => Answer

export class Account {
  readonly functions = new Map<string, Fn>()
  readonly collections = new Map<string, Collection>()
  storage: { AclTag: string; Rule?: string | undefined } = { AclTag: 'READONLY' }
  callRule: { Permission: string; SecurityRule?: string | undefined } = {
    Permission: 'CUSTOM',
    SecurityRule: '{"*":{"invoke":"auth != null"}}',
  }
  /** Every action asked for, in order. */
  asked: string[] = []
  /** Actions that fail with these words, and those that are answered and not carried out. */
  readonly fails = new Map<string, string>()
  readonly forgets = new Set<string>()

  get written(): string[] {
    return this.asked.filter((action) => !/^(Describe|List|Get)/.test(action))
  }

  answer(action: string, data: unknown): Answer {
    this.asked.push(action)
    const failure = this.fails.get(action)
    if (failure !== undefined) throw new Refusal('FailedOperation', failure)
    const act = Object.hasOwn(this.actions, action) ? this.actions[action] : undefined
    if (!act) throw new Refusal('InvalidAction', `${action} is not one of this account's actions`)
    return this.forgets.has(action) ? {} : act(data)
  }

  env(name: string): Record<string, string> {
    return Object.fromEntries(this.fn(name).Environment.Variables.map(({ Key, Value }) => [Key, Value]))
  }

  fn(name: string): Fn {
    const found = this.functions.get(name)
    if (!found) throw new Refusal('ResourceNotFound.Function', `${name} is not there`)
    return found
  }

  private collection(data: unknown): Collection {
    const found = this.collections.get(v.parse(Table, data).TableName)
    if (!found) throw new Refusal('ResourceNotFound', 'the table is not there')
    return found
  }

  /** As in the cloud: nothing may be changed while a change is underway. */
  private change(data: unknown): Fn {
    const fn = this.fn(v.parse(Named, data).FunctionName)
    if (fn.changing) throw new Refusal('FailedOperation.FunctionStatusError', 'the function is Updating')
    fn.changing = true
    return fn
  }

  private readonly actions: Record<string, Action> = {
    DescribeEnvInfo: () => ({
      EnvInfo: {
        EnvBaseInfo: {
          EnvId: ENV_ID,
          Functions: [{ Namespace: ENV_ID, Region: 'ap-shanghai' }],
          Databases: [{ InstanceId: 'tnt-test', Region: 'ap-shanghai' }],
          Storages: [{ Bucket: 'nuanhu-1250000000', Region: 'ap-shanghai', AppId: '1250000000' }],
          LogServices: [],
        },
      },
    }),
    ListFunctions: () => ({
      Functions: [...this.functions].map(([FunctionName, { Runtime }]) => ({ FunctionName, Runtime })),
      TotalCount: this.functions.size,
    }),
    GetFunction: (data) => {
      const fn = this.fn(v.parse(Named, data).FunctionName)
      const { code: _, changing, Triggers, ...rest } = fn
      fn.changing = false
      const given = Triggers.map((trigger) => ({
        ...trigger,
        TriggerDesc: JSON.stringify({ cron: trigger.TriggerDesc }),
      }))
      return { ...rest, Triggers: given, Status: changing ? 'Updating' : 'Active' }
    },
    CreateFunction: (data) => {
      const {
        FunctionName,
        Code,
        Environment = { Variables: [] },
        Runtime,
        MemorySize,
        Timeout,
        Description,
      } = v.parse(Created, data)
      this.functions.set(FunctionName, {
        Runtime,
        MemorySize,
        Timeout,
        Description,
        Environment,
        Triggers: [],
        code: Code.ZipFile,
        changing: false,
      })
      return {}
    },
    UpdateFunctionCode: (data) => {
      this.change(data).code = v.parse(v.object({ Code: Zip }), data).Code.ZipFile
      return {}
    },
    UpdateFunctionConfiguration: (data) => {
      const { MemorySize, Timeout, Description, Environment = { Variables: [] } } = v.parse(Settings, data)
      Object.assign(this.change(data), { MemorySize, Timeout, Description, Environment })
      return {}
    },
    BatchCreateTrigger: (data) => {
      const { FunctionName } = v.parse(Named, data)
      this.fn(FunctionName).Triggers.push(...v.parse(v.object({ Triggers }), data).Triggers)
      return {}
    },
    DeleteTrigger: (data) => {
      const { FunctionName, TriggerName } = v.parse(v.object({ ...Named.entries, TriggerName: v.string() }), data)
      const fn = this.fn(FunctionName)
      fn.Triggers = fn.Triggers.filter((trigger) => trigger.TriggerName !== TriggerName)
      return {}
    },
    ListTables: () => ({
      Tables: [...this.collections.keys()].map((TableName) => ({ TableName })),
      Pager: { Offset: 0, Limit: 100, Total: this.collections.size },
    }),
    CreateTable: (data) => {
      this.collections.set(v.parse(Table, data).TableName, { indexes: [], permission: { Permission: 'PRIVATE' } })
      return {}
    },
    DescribeTable: (data) => ({
      Indexes: [
        { Name: '_id_', Unique: true, Keys: [{ Name: '_id', Direction: '1' }] },
        ...this.collection(data).indexes,
      ],
    }),
    UpdateTable: (data) => {
      const { CreateIndexes } = v.parse(
        v.strictObject({ ...Table.entries, MongoConnector: v.unknown(), CreateIndexes: v.array(NewIndex) }),
        data,
      )
      this.collection(data).indexes.push(
        ...CreateIndexes.map(({ IndexName, MgoKeySchema: { MgoIndexKeys, MgoIsUnique } }) => ({
          Name: IndexName,
          Unique: MgoIsUnique,
          Keys: MgoIndexKeys,
        })),
      )
      return {}
    },
    ModifyResourcePermission: (data) => {
      const { ResourceType, Resource = '', ...permission } = v.parse(Permission, data)
      if (ResourceType === 'function') this.callRule = permission
      else this.collection({ EnvId: ENV_ID, TableName: Resource }).permission = permission
      return { Data: { Success: true } }
    },
    DescribeResourcePermission: (data) => {
      const { ResourceType, Resources = [] } = v.parse(
        v.object({ ResourceType: v.string(), Resources: v.optional(v.array(v.string())) }),
        data,
      )
      const rows =
        ResourceType === 'function'
          ? [{ ResourceType, ...this.callRule }]
          : Resources.map((Resource) => ({
              ResourceType,
              Resource,
              ...this.collection({ EnvId: ENV_ID, TableName: Resource }).permission,
            }))
      return { Data: { TotalCount: rows.length, PermissionList: rows } }
    },
    DescribeStorageSafeRule: () => this.storage,
    ModifyStorageSafeRule: (data) => {
      this.storage = v.parse(v.object({ AclTag: v.string(), Rule: v.optional(v.string()) }), data)
      return {}
    },
  }
}
