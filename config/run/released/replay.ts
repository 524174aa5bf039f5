/** One day of a released phone, lived again against today's functions: what it was given then stands for what it is given now. */

import { valueBreaks } from './comparing'
import type { Call, Deed, Release } from './snapshot'

/** The phone of the replay, and the cloud behind it. */
export type Stage = {
  call(deed: Pick<Call, 'fn' | 'openid' | 'source' | 'event'>): Promise<unknown>
  phoneCode(openid: string): Promise<string>
  upload(openid: string, path: string, content: Buffer): Promise<string>
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
const sameKeys = (value: Record<string, unknown>, next: (one: unknown) => unknown): unknown =>
  Array.isArray(value)
    ? value.map(next)
    : Object.fromEntries(Object.entries(value).map(([key, one]) => [key, next(one)]))

/** Ids, codes and scenes differ each time: each text of a recorded answer stands for the text in its place today. */
class Meanings {
  private readonly texts = new Map<string, string>()
  /** The object a text was last seen in, then and now: numbers beside it (a version) are the phone's to send back. */
  private readonly beside = new Map<string, readonly [Record<string, unknown>, Record<string, unknown>]>()

  learn(then: unknown, now: unknown): void {
    if (typeof then === 'string' && typeof now === 'string') this.texts.set(then, now)
    if (!isObject(then) || !isObject(now)) return
    for (const [key, value] of Object.entries(then)) {
      if (typeof value === 'string') this.beside.set(value, [then, now])
      this.learn(value, now[key])
    }
  }

  today(value: unknown): unknown {
    if (typeof value === 'string') return this.texts.get(value) ?? value
    if (!isObject(value)) return value
    const near = Object.values(value).flatMap((one) => (typeof one === 'string' ? [this.beside.get(one)] : []))
    const translated = sameKeys(value, (one) => this.today(one))
    if (!isObject(translated) || Array.isArray(translated)) return translated
    for (const [key, one] of Object.entries(value)) {
      const pair = typeof one === 'number' ? near.find((each) => each?.[0][key] === one) : undefined
      if (pair && typeof pair[1][key] === 'number') translated[key] = pair[1][key]
    }
    return translated
  }
}

const outcomeOf = (reply: unknown): string => {
  if (!isObject(reply)) return 'nothing'
  if (reply.ok === true) return 'an answer'
  return isObject(reply.error) ? String(reply.error.code) : 'nothing'
}

async function replayCall(
  { version, contract }: Release,
  stage: Stage,
  call: Call,
  meanings: Meanings,
): Promise<string[]> {
  const name = `${call.fn}.${call.event.endpoint}`
  const event = { ...call.event, input: meanings.today(call.event.input), version }
  const reply = await stage.call({ ...call, event })
  const [then, now] = [outcomeOf(call.reply), outcomeOf(reply)]
  if (then !== now) return [`${name} answered ${then}, and answers ${now}: ${JSON.stringify(reply).slice(0, 300)}`]
  meanings.learn(call.reply, reply)
  const shape = contract[name]?.output
  const isAnswer = isObject(reply) && reply.ok === true && shape !== undefined
  return isAnswer ? valueBreaks(shape, reply.data, '').map((why) => `${name} output ${why}`) : []
}

async function live(release: Release, stage: Stage, deed: Deed, meanings: Meanings): Promise<string[]> {
  if (deed.kind === 'call') return replayCall(release, stage, deed, meanings)
  const given =
    deed.kind === 'phoneCode'
      ? await stage.phoneCode(deed.openid)
      : await stage.upload(deed.openid, deed.path, Buffer.from(deed.base64, 'base64'))
  meanings.learn(deed.gave, given)
  return []
}

/** Everything that is no longer as it was, each by the endpoint's name; nothing when that phone would notice nothing. */
export async function replay(release: Release, stage: Stage): Promise<string[]> {
  const meanings = new Meanings()
  const breaks: string[] = []
  for (const deed of release.deeds) breaks.push(...(await live(release, stage, deed, meanings)))
  return breaks
}
