/** What deployment asks of a cloud environment and does to it: read, create and change, and nothing that takes away. */
import type { CollectionIndex } from '../../../platform/cloud/manifest'

export type Timer = { readonly name: string; readonly config: string }

export type FunctionSettings = {
  readonly memoryMb: number
  readonly timeoutSeconds: number
  readonly env: Readonly<Record<string, string>>
  /** Which build stands there, so that what has not changed is not sent again. */
  readonly mark: string
}

export type StandingFunction = FunctionSettings & { readonly runtime: string; readonly timers: readonly Timer[] }

export type FunctionToSend = FunctionSettings & { readonly name: string; readonly folder: string }

/** Rules as the cloud keeps them: a level, and for CUSTOM the rule itself. */
export type Rule = { readonly level: 'ADMINONLY' | 'CUSTOM' | (string & {}); readonly rule?: unknown }

export type Cloud = {
  functions(): Promise<readonly string[]>
  standing(name: string): Promise<StandingFunction>
  createFunction(wanted: FunctionToSend): Promise<void>
  updateCode(wanted: FunctionToSend): Promise<void>
  updateSettings(wanted: FunctionToSend): Promise<void>
  createTimer(name: string, timer: Timer): Promise<void>
  /** A timer cannot be changed, only put in place of the one with its name. */
  replaceTimer(name: string, timer: Timer): Promise<void>

  collections(): Promise<readonly string[]>
  createCollection(name: string): Promise<void>
  indexes(collection: string): Promise<readonly CollectionIndex[]>
  createIndex(collection: string, index: CollectionIndex): Promise<void>

  collectionRules(names: readonly string[]): Promise<ReadonlyMap<string, Rule>>
  closeCollection(name: string): Promise<void>
  storageRule(): Promise<Rule>
  setStorageRule(rule: { readonly read: boolean | string; readonly write: boolean | string }): Promise<void>
  callRule(): Promise<Rule>
  setCallRule(rule: object): Promise<void>
}
