/** Writes that wait in the phone: nothing lost, nothing sent twice, nothing private left behind. */

import type { Ask } from '../../domain/kernel/client'
import { AppError } from '../../domain/kernel/errors'
import { draftIn } from '../../src/cloud/drafts'
import { createOutbox } from '../../src/cloud/outbox'
import { memory } from './memory'

const number = '110101199003070011'
const input = { requestId: 'request-0001', person: { document: { number } } }
const now = () => new Date('2021-02-07T02:00:00.000Z')

/** A cloud that remembers request ids as ours does; `answers` are taken one a call, and the last one stays. */
const cloud = (...answers: (AppError | 'ok')[]) => {
  const sent: { endpoint: string; input: unknown }[] = []
  const ask: Ask = async (_, endpoint, given) => {
    const answer = answers[Math.min(sent.length, answers.length - 1)]
    sent.push({ endpoint, input: given })
    if (answer instanceof AppError) throw answer
    return { card: 'yes' }
  }
  return { ask, sent }
}
const unreachable = new AppError('UNREACHABLE')
const closed = (promise: Promise<unknown>) => promise.catch((failure: unknown) => failure)

test('with a signal it goes at once, and neither the number nor the draft stays in the phone', async () => {
  const storage = memory()
  draftIn(storage, 'register', { number: '' }).keep({ number })
  const { ask } = cloud('ok')
  const outbox = createOutbox({ storage, ask, now })
  await expect(outbox.post('worker', 'register', input, 'register')).resolves.toEqual({
    state: 'delivered',
    answer: { card: 'yes' },
  })
  expect(storage.everything()).not.toContain(number)
  expect(outbox.letters()).toMatchObject([{ id: 'request-0001', state: 'delivered', at: '2021-02-07T02:00:00.000Z' }])
})

test('without a signal it is kept over a restart and sent later as the same deed', async () => {
  const kept = new Map<string, string>()
  const { ask, sent } = cloud(unreachable, 'ok')
  await expect(
    createOutbox({ storage: memory(kept), ask, now }).post('worker', 'register', input, 'register'),
  ).resolves.toEqual({ state: 'waiting' })
  const reopened = createOutbox({ storage: memory(kept), ask, now })
  expect(reopened.letters('worker', 'register')).toMatchObject([{ state: 'waiting' }])
  await reopened.flush()
  expect(reopened.letters()).toMatchObject([{ state: 'delivered' }])
  expect(sent).toEqual([
    { endpoint: 'register', input },
    { endpoint: 'register', input },
  ])
})

test('however often it is asked to send, one letter is underway once', async () => {
  const { ask, sent } = cloud('ok')
  const outbox = createOutbox({ storage: memory(), ask, now })
  const first = outbox.post('worker', 'register', input)
  expect(outbox.letters()).toMatchObject([{ state: 'sending' }])
  await Promise.all([first, outbox.flush(), outbox.flush()])
  await outbox.flush()
  expect(sent).toHaveLength(1)
})

test('a refusal is thrown to the page, kept with its words, and the draft stays to be mended', async () => {
  const storage = memory()
  const draft = draftIn(storage, 'register', { number: '' })
  draft.keep({ number })
  const refusal = new AppError('INPUT_INVALID', { fields: { 'person.document.number': '身份证号差一位' } })
  const { ask, sent } = cloud(refusal)
  const outbox = createOutbox({ storage, ask, now })
  await expect(outbox.post('worker', 'register', input, 'register')).rejects.toMatchObject({ code: 'INPUT_INVALID' })
  await outbox.flush()
  expect(sent).toHaveLength(1)
  expect(outbox.letters()).toMatchObject([
    { state: 'refused', error: { code: 'INPUT_INVALID', detail: { fields: refusal.detail.fields } } },
  ])
  expect(draft.read()).toEqual({ number })
  expect(JSON.stringify(storage.read('outbox'))).not.toContain(number)
  outbox.forget('request-0001')
  expect(outbox.letters()).toEqual([])
})

test('a cloud that fails is tried again later, but not for ever', async () => {
  const { ask, sent } = cloud(new AppError('INTERNAL'))
  const outbox = createOutbox({ storage: memory(), ask, now })
  await outbox.post('worker', 'leave', input)
  for (let visit = 0; visit < 10; visit += 1) await outbox.flush()
  expect(sent).toHaveLength(5)
  expect(outbox.letters()).toMatchObject([{ state: 'refused', error: { code: 'INTERNAL' } }])
})

test('letters go in the order they were written, and one refused does not hold up the next', async () => {
  const { ask, sent } = cloud(unreachable, unreachable, new AppError('CONFLICT'), 'ok')
  const outbox = createOutbox({ storage: memory(), ask, now })
  await outbox.post('worker', 'update', { ...input, requestId: 'request-0001' })
  await outbox.post('worker', 'leave', { ...input, requestId: 'request-0002' })
  await outbox.flush()
  expect(sent.slice(2).map(({ endpoint }) => endpoint)).toEqual(['update', 'leave'])
  expect(outbox.letters().map(({ state }) => state)).toEqual(['refused', 'delivered'])
})

test('whoever watches hears of every change until they stop', async () => {
  const { ask } = cloud('ok')
  const outbox = createOutbox({ storage: memory(), ask, now })
  const seen: string[] = []
  const stop = outbox.subscribe(() => seen.push(outbox.letters()[0]?.state ?? 'none'))
  await outbox.post('worker', 'leave', input)
  stop()
  outbox.forget('request-0001')
  expect(seen).toEqual(['waiting', 'sending', 'sending', 'delivered'])
})

test('an outbox the phone garbled starts empty instead of breaking the app', async () => {
  const storage = memory()
  storage.write('outbox', [{ nonsense: true }])
  expect(createOutbox({ storage, ask: cloud('ok').ask, now }).letters()).toEqual([])
  expect(await closed(createOutbox({ storage, ask: cloud('ok').ask, now }).flush())).toBeUndefined()
})
