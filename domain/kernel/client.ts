/** A contract seen from the phone: each endpoint as a function of its input that answers its output. */
import type * as v from 'valibot'
import type { Api, Endpoint, Endpoints, OutputOf } from './api'

/** What a caller writes: the schema's input, or its output where the schema takes anything (`actSchema`). */
export type SentTo<E extends Endpoint> =
  unknown extends v.InferInput<E['input']> ? v.InferOutput<E['input']> : v.InferInput<E['input']>

export type Client<E extends Endpoints> = {
  readonly [K in keyof E & string]: (input: SentTo<E[K]>) => Promise<OutputOf<E[K]>>
}

/** Answers what the function answered, or throws AppError. */
export type Ask = (name: string, endpoint: string, input: unknown) => Promise<unknown>

/** The names alone: whoever knows a contract by its type carries none of its schemas. */
export const clientNamed = <E extends Endpoints>(
  name: string,
  endpoints: Readonly<Record<keyof E & string, unknown>>,
  ask: Ask,
): Client<E> =>
  Object.fromEntries(
    Object.keys(endpoints).map((endpoint) => [endpoint, (input: unknown) => ask(name, endpoint, input)]),
  ) as Client<E>

/** The server parsed its output by the same contract, so the phone trusts the type and spares old phones the work. */
export const clientOf = <E extends Endpoints>({ name, endpoints }: Api<E>, ask: Ask): Client<E> =>
  clientNamed<E>(name, endpoints, ask)
