/** The only door into a cloud function: who started it, who calls, parse, run, parse the answer, reply. */
import * as v from 'valibot'
import type { Api, Endpoint, Endpoints, InputOf, OutputOf, Reply } from '../../domain/kernel/api'
import { AppError, errors } from '../../domain/kernel/errors'
import { callerId, type Identified, identify, startedBy } from './identify'

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

const Event = v.object({ endpoint: v.string(), input: v.optional(v.unknown(), {}) })

const fieldsOf = (issues: readonly v.BaseIssue<unknown>[]): Record<string, string> =>
  Object.fromEntries(
    issues.map((issue) => [v.getDotPath(issue) ?? '', hasChinese(issue.message) ? issue.message : '这里填得不对']),
  )

/** valibot's own messages are English: a person reads ours or a plain sentence. */
const hasChinese = (message: string): boolean => /[\u4e00-\u9fff]/.test(message)

const parseInput = <E extends Endpoint>({ input }: E, given: unknown): InputOf<E> => {
  const parsed = v.safeParse(input, given)
  if (!parsed.success) throw new AppError('INPUT_INVALID', { fields: fieldsOf(parsed.issues) })
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

const refusal = (name: string, error: unknown): Reply => {
  if (!(error instanceof AppError)) {
    console.error(JSON.stringify({ in: name, error: error instanceof Error ? error.stack : String(error) }))
    return { ok: false, error: { code: 'INTERNAL', message: errors.INTERNAL.text } }
  }
  const { code, detail } = error
  if (detail.reason) console.warn(JSON.stringify({ in: name, code, reason: detail.reason }))
  return { ok: false, error: { code, message: errors[code].text, ...(detail.fields ? { fields: detail.fields } : {}) } }
}

export const serve =
  <const E extends Endpoints>(api: Api<E>, handlers: Handlers<E>) =>
  async (event: unknown): Promise<Reply> => {
    let where = api.name
    try {
      const parsed = v.safeParse(Event, event)
      if (!parsed.success) throw new AppError('NOT_FOUND')
      const { endpoint: name, input } = parsed.output
      if (!Object.hasOwn(api.endpoints, name)) throw new AppError('NOT_FOUND')
      where = `${api.name}.${name}`
      const [endpoint, handler] = [api.endpoints[name], handlers[name]]
      if (!endpoint || !handler) throw new AppError('NOT_FOUND')
      const source = startedBy()
      const from = endpoint.from ?? ['phone']
      if (!source || !from.includes(source)) throw new AppError('NOT_CALLABLE', { reason: `started by ${source}` })
      const context = newContext(source === 'phone')
      const answer = await run(endpoint, handler, parseInput(endpoint, input), context)
      return { ok: true, data: parseOutput(endpoint, answer) }
    } catch (error) {
      return refusal(where, error)
    }
  }
