/** Pictures that travel in a letter: nothing leaves before it goes, nothing goes up twice for one letter, nothing stays once it arrived. */
import type { Ask } from '../../domain/kernel/client'
import { AppError } from '../../domain/kernel/errors'
import { carried, carriedIn, carrying } from '../../src/cloud/carried'
import { createOutbox } from '../../src/cloud/outbox'
import { memory } from './memory'

const first = 'wxfile://store_1.jpg'
const second = 'wxfile://store_2.jpg'
const input = {
  requestId: 'request-0001',
  form: { evidence: [{ evidenceId: 'contract', fileIds: [carried(first), carried(second)] }] },
}

/** Answers are taken one a call, and the last one stays. */
const cloud = (...answers: (AppError | 'ok')[]) => {
  const sent: unknown[] = []
  const ask: Ask = async (_, __, given) => {
    const answer = answers[Math.min(sent.length, answers.length - 1)]
    sent.push(given)
    if (answer instanceof AppError) throw answer
    return {}
  }
  return { ask, sent }
}

/** Each picture up gets the next number. */
const inbox = () => {
  const up: string[] = []
  const upload = async (path: string) => `cloud://inbox/${up.push(path)}.jpg`
  return { up, upload }
}

const outcome = (promise: Promise<unknown>) => promise.catch((failure: unknown) => failure)

test('what a letter carries is put up when it goes, and stands in it by the id it has there', async () => {
  const { ask, sent } = cloud('ok')
  const { up, upload } = inbox()
  await carrying(ask, upload)('claim', 'submit', input)
  expect(up).toEqual([first, second])
  expect(sent).toEqual([
    {
      requestId: 'request-0001',
      form: { evidence: [{ evidenceId: 'contract', fileIds: ['cloud://inbox/1.jpg', 'cloud://inbox/2.jpg'] }] },
    },
  ])
})

test('a letter that carries nothing goes as it is, whatever somebody wrote in it', async () => {
  const { ask, sent } = cloud('ok')
  const { up, upload } = inbox()
  const words = { requestId: 'request-0002', words: 'carried:我的"合同"', bank: 'carried:' }
  await carrying(ask, upload)('claim', 'object', words)
  expect([up, sent]).toEqual([[], [words]])
})

test('a picture that went up is not sent again while the same letter is tried again', async () => {
  const { ask, sent } = cloud(new AppError('UNREACHABLE'), 'ok')
  const { up, upload } = inbox()
  const send = carrying(ask, upload)
  await outcome(send('claim', 'submit', input))
  await send('claim', 'submit', input)
  expect(up).toEqual([first, second])
  expect(sent[1]).toEqual(sent[0])
})

test('after a refusal each goes up anew: it may have lain in the inbox too long', async () => {
  const { ask } = cloud(new AppError('FILE_UNREADABLE'), 'ok')
  const { up, upload } = inbox()
  const send = carrying(ask, upload)
  await outcome(send('claim', 'submit', input))
  await send('claim', 'submit', input)
  expect(up).toEqual([first, second, first, second])
})

test('without a signal the letter waits with its pictures, and they are dropped once it has arrived and never before', async () => {
  const kept = new Map<string, string>()
  const dropped: string[] = []
  const arrived = (given: unknown) => void dropped.push(...carriedIn(given))
  const now = () => new Date('2021-02-07T02:00:00.000Z')
  const { ask, sent } = cloud('ok')
  const unreached = async () => {
    throw new AppError('UNREACHABLE')
  }
  const before = createOutbox({ storage: memory(kept), ask: carrying(ask, unreached), now, arrived })
  await expect(before.post('claim', 'submit', input)).resolves.toEqual({ state: 'waiting' })
  expect([sent, dropped]).toEqual([[], []])
  const { upload } = inbox()
  const reopened = createOutbox({ storage: memory(kept), ask: carrying(ask, upload), now, arrived })
  await reopened.flush()
  expect(reopened.letters()).toMatchObject([{ state: 'delivered' }])
  expect(dropped).toEqual([first, second])
})

test('a picture that is gone from the phone is told, and the letter does not wait for it', async () => {
  const { ask, sent } = cloud('ok')
  const gone = async () => {
    throw new AppError('FILE_UNREADABLE', { fields: { file: '有张照片在手机里找不到了，换一张再交' } })
  }
  const outbox = createOutbox({ storage: memory(), ask: carrying(ask, gone), now: () => new Date() })
  await expect(outcome(outbox.post('claim', 'submit', input))).resolves.toMatchObject({ code: 'FILE_UNREADABLE' })
  expect(outbox.letters()).toMatchObject([{ state: 'refused' }])
  expect(sent).toEqual([])
})
