/** Phone numbers: what the phone's own button gives a function, by a code that works once. Kept in memory only. */
import { randomBytes } from 'node:crypto'
import type { Clock } from '../clock'
import { APP_ID } from '../functions'
import { type Json, textOf } from '../json'
import { WxFailure } from './failure'

const CODE_LIFE_MS = 5 * 60_000

/** Somebody with a WeChat of their own. */
export interface Person {
  openid: string
  label?: string
  /** Where their phone is to be opened. */
  url?: string
}

export class Phones {
  hasQuota = true
  private readonly directory = new Map<string, string>()
  private readonly codes = new Map<string, { phone: string; until: number }>()

  constructor(
    private readonly clock: Clock,
    people: Record<string, string> = {},
  ) {
    this.add(people)
  }

  add(people: Record<string, string>): void {
    for (const [openid, phone] of Object.entries(people)) this.directory.set(openid, phone)
  }

  openids(): string[] {
    return [...this.directory.keys()]
  }

  phoneOf(openid: string): string | undefined {
    return this.directory.get(openid)
  }

  /** The tap on the button; undefined when the quota is gone or the person's WeChat has no number. */
  codeFor(openid: string): string | undefined {
    const phone = this.directory.get(openid)
    if (!this.hasQuota || phone === undefined) return undefined
    const now = this.clock.now().getTime()
    for (const [code, { until }] of this.codes) if (until < now) this.codes.delete(code)
    const code = randomBytes(24).toString('hex')
    this.codes.set(code, { phone, until: now + CODE_LIFE_MS })
    return code
  }

  redeem({ code }: Json): Json {
    const given = textOf(code) ?? ''
    const found = this.codes.get(given)
    this.codes.delete(given)
    const now = this.clock.now().getTime()
    if (!found || found.until < now) throw new WxFailure(40029, 'code is invalid')
    const watermark = { timestamp: Math.floor(now / 1000), appid: APP_ID }
    return { phone_info: { phoneNumber: found.phone, purePhoneNumber: found.phone, countryCode: '86', watermark } }
  }
}
