/** Calls from the phone: what is tried again, what is not, and what a person is told in the end. */
import { AppError } from '../../domain/kernel/errors'
import { deliverBy, type Send, Unreached } from '../../src/cloud/delivery'

const pauses: number[] = []
const pace = {
  wait: async (ms: number) => {
    pauses.push(ms)
  },
  random: () => 0.5,
}
const fails = (failure: Error, times: number, then: unknown): { send: Send; sent: unknown[] } => {
  const sent: unknown[] = []
  const send: Send = async (name, call) => {
    sent.push({ name, ...call })
    if (sent.length <= times) throw failure
    return then
  }
  return { send, sent }
}
const codeOf = async (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    (value) => value,
    (failure: unknown) => (failure instanceof AppError ? failure.code : failure),
  )

beforeEach(() => {
  pauses.length = 0
})

test('a call that got lost is sent again unchanged, so its request id stays the same', async () => {
  const { send, sent } = fails(new Unreached('timeout'), 2, { ok: true, data: { id: 'a' } })
  await expect(deliverBy(send, pace)('worker', 'leave', { requestId: 'r-1234567' })).resolves.toEqual({ id: 'a' })
  expect(new Set(sent.map((call) => JSON.stringify(call))).size).toBe(1)
  expect(sent).toHaveLength(3)
})

test('pauses grow, and are spread so that phones that failed together come back apart', async () => {
  const { send } = fails(new Unreached('timeout'), 2, { ok: true, data: 1 })
  await deliverBy(send, pace)('worker', 'mine', {})
  await deliverBy(fails(new Unreached('timeout'), 1, { ok: true, data: 1 }).send, { ...pace, random: () => 0.9 })(
    'w',
    'm',
    {},
  )
  expect(pauses).toEqual([400, 800, 560])
})

test('without a signal it gives up with words that say so', async () => {
  const { send, sent } = fails(new Unreached('offline'), 99, undefined)
  expect(await codeOf(deliverBy(send, pace)('worker', 'mine', {}))).toBe('UNREACHABLE')
  expect(sent).toHaveLength(3)
})

test('a refusal is told at once, with the field it is about, and never sent again', async () => {
  const reply = { ok: false, error: { code: 'INPUT_INVALID', message: '…', fields: { 'person.name': '名字还没填' } } }
  const { send, sent } = fails(new Unreached('never'), 0, reply)
  await expect(deliverBy(send, pace)('worker', 'register', {})).rejects.toMatchObject({
    code: 'INPUT_INVALID',
    detail: { fields: { 'person.name': '名字还没填' } },
  })
  expect(sent).toHaveLength(1)
})

test('a code this app does not know yet, or a reply with no shape, becomes plain words', async () => {
  for (const reply of [{ ok: false, error: { code: 'NEW_IN_2030' } }, 'oops', undefined, { ok: 'yes' }]) {
    expect(await codeOf(deliverBy(fails(new Error(), 0, reply).send, pace)('worker', 'mine', {}))).toBe('INTERNAL')
  }
})
