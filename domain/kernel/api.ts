/** A domain's contract: each endpoint's words, callers, schemas and errors, from which server, client and docs follow. */
import type * as v from 'valibot'
import type { ErrorCode, ErrorDetail } from './errors'
import type { Role } from './roles'

/** Who started the function, as WeChat says and never the event. */
export type Source = 'phone' | 'timer' | 'push' | 'function' | 'operator'

export type Endpoint<I extends v.GenericSchema = v.GenericSchema, O extends v.GenericSchema = v.GenericSchema> = {
  /** One line for docs/API.md. */
  readonly says: string
  /** 'anyone' is any WeChat user; a list means: holds one of these roles somewhere. The case's own machine decides the rest. */
  readonly who: 'anyone' | readonly Role[]
  /** Default: the phone alone. */
  readonly from?: readonly Source[]
  /** A write carries a `requestId` and may be sent twice. */
  readonly writes: boolean
  readonly input: I
  readonly output: O
  readonly errors: readonly ErrorCode[]
}

export type Endpoints = Record<string, Endpoint>
export type Api<E extends Endpoints = Endpoints> = {
  readonly name: string
  readonly says: string
  readonly endpoints: E
}

/** Keeps the schemas' own types; a write whose input lacks `requestId` does not compile. */
export const read = <I extends v.GenericSchema, O extends v.GenericSchema>(
  row: Omit<Endpoint<I, O>, 'writes'>,
): Endpoint<I, O> => ({ ...row, writes: false })
export const write = <I extends v.GenericSchema<unknown, { requestId: string }>, O extends v.GenericSchema>(
  row: Omit<Endpoint<I, O>, 'writes'>,
): Endpoint<I, O> => ({ ...row, writes: true })

/** One api per domain; its name is the cloud function's name. */
export const defineApi = <const E extends Endpoints>(name: string, says: string, endpoints: E): Api<E> => ({
  name,
  says,
  endpoints,
})

export type Reply =
  | { ok: true; data: unknown }
  | { ok: false; error: { code: ErrorCode; message: string } & Pick<ErrorDetail, 'fields'> }

export type InputOf<E extends Endpoint> = v.InferOutput<E['input']>
export type OutputOf<E extends Endpoint> = v.InferOutput<E['output']>
