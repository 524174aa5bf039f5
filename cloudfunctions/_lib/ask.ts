/** One function calls another by its contract, as a phone calls a function. */
import * as v from 'valibot'
import type { Endpoint, Endpoints, InputOf, OutputOf } from '../../domain/kernel/api'
import { AppError, isErrorCode } from '../../domain/kernel/errors'
import { callFunction } from './cloud'

const Answer = v.variant('ok', [
  v.object({ ok: v.literal(true), data: v.unknown() }),
  v.object({ ok: v.literal(false), error: v.object({ code: v.pipe(v.string(), v.check(isErrorCode)) }) }),
])

export const ask = async <E extends Endpoint>(
  name: string,
  [endpointName, endpoint]: readonly [keyof Endpoints, E],
  input: InputOf<E>,
): Promise<OutputOf<E>> => {
  const answer = v.parse(Answer, await callFunction(name, { endpoint: endpointName, input }))
  if (answer.ok) return v.parse(endpoint.output, answer.data)
  const { code } = answer.error
  throw new AppError(isErrorCode(code) ? code : 'INTERNAL', { reason: `${name}.${endpointName}` })
}
