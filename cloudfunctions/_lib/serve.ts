/** The only door into a cloud function: who started it, who calls, parse, run, parse the answer, reply. */
import * as v from 'valibot'
import type { Api, Endpoint, Endpoints, InputOf, OutputOf, Reply, Source } from '../../domain/kernel/api'
import { AppError, errors } from '../../domain/kernel/errors'
import { nothing } from '../../domain/kernel/schema'
import { Version } from '../../domain/kernel/version'
import { fieldsIn } from './fields'
import { callerId, type Identified, identify, startedBy } from './identify'
import { logFailure, logRefusal } from './log'
import { refuseOutdated } from './outdated'

export type Context = {
  readonly now: Date
  /** The caller's id, known without a read. */
  readonly personId: string
  /** The caller with their roles: one read, made once and only when asked for. */
  readonly identified: () => Promise<Identified>
}

/** A method's type, so that a table of handlers can be called by name after its input was parsed. */
export type Handler<E extends Endpoint> = { run(input: InputOf<E>, context: Context): Promise<OutputOf<E>> }['run']
export type Handlers<E extends Endpoints> = { readonly [K in keyof E]: Handler<E[K]> }

const Event = v.object({
  endpoint: v.string(),
  input: v.optional(v.unknown(), {}),
  version: v.fallback(v.optional(Version), undefined),
})

const parseInput = <E extends Endpoint>({ input }: E, given: unknown): InputOf<E> => {
  const parsed = v.safeParse(input, given)
  if (!parsed.success) throw new AppError('INPUT_INVALID', { fields: fieldsIn(input, parsed.issues) })
  return parsed.output
}

/** An answer with a field its schema does not name never leaves. The values stay out of the log. */
const parseOutput = ({ output }: Endpoint, given: unknown): unknown => {
  const parsed = v.safeParse(output, given)
  if (parsed.success) return parsed.output
  throw new Error(
    `the answer breaks its schema at ${parsed.issues.map((issue) => v.getDotPath(issue) ?? '·').join(', ')}`,
  )
}

const newContext = (needsPerson: boolean): Context => {
  let identified: Promise<Identified> | undefined
  return {
    now: new Date(),
    personId: needsPerson ? callerId().personId : 'operator',
    identified: () => {
      identified ??= identify()
      return identified
    },
  }
}

const gate = async ({ who }: Endpoint, context: Context): Promise<void> => {
  if (who === 'anyone') return
  const { actor } = await context.identified()
  if (!actor.grants.some(({ role }) => who.includes(role))) throw new AppError('FORBIDDEN')
}

/** A read runs beside its gate, so that both wait once; the denial wins. A write waits for the gate. */
const run = async <E extends Endpoint>(
  endpoint: E,
  handler: Handler<E>,
  input: InputOf<E>,
  context: Context,
): Promise<unknown> => {
  if (endpoint.writes) {
    await gate(endpoint, context)
    return handler(input, context)
  }
  const [gated, answer] = await Promise.allSettled([gate(endpoint, context), handler(input, context)])
  if (gated.status === 'rejected') throw gated.reason
  if (answer.status === 'rejected') throw answer.reason
  return answer.value
}

const refusal = (where: string, error: unknown, endpoint: Endpoint | undefined, input: unknown): Reply => {
  if (!(error instanceof AppError)) {
    logFailure(where, error, endpoint?.input ?? nothing, input)
    return { ok: false, error: { code: 'INTERNAL', message: errors.INTERNAL.text } }
  }
  const { code, detail } = error
  if (detail.reason) logRefusal(where, code, detail.reason)
  return { ok: false, error: { code, message: errors[code].text, ...(detail.fields ? { fields: detail.fields } : {}) } }
}

const admit = ({ from = ['phone'] }: Endpoint, source: Source | undefined): Source => {
  if (!source || !from.includes(source)) throw new AppError('NOT_CALLABLE', { reason: `started by ${source}` })
  return source
}

export const serve =
  <const E extends Endpoints>(api: Api<E>, handlers: Handlers<E>) =>
  async (event: unknown): Promise<Reply> => {
    const parsed = v.safeParse(Event, event)
    const { endpoint: name, input, version } = parsed.success ? parsed.output : { endpoint: '', input: {} }
    const endpoint = Object.hasOwn(api.endpoints, name) ? api.endpoints[name] : undefined
    try {
      const source = startedBy()
      if (source === 'phone') refuseOutdated(version)
      const handler = handlers[name]
      if (!endpoint || !handler) throw new AppError('NOT_FOUND')
      const context = newContext(admit(endpoint, source) === 'phone')
      const answer = await run(endpoint, handler, parseInput(endpoint, input), context)
      return { ok: true, data: parseOutput(endpoint, answer) }
    } catch (error) {
      return refusal(`${api.name}.${endpoint ? name : '?'}`, error, endpoint, input)
    }
  }
