/** Subscription messages: a tap grants one send of a template, a send spends it, fields have their limits. */
import type { Clock } from '../clock'
import type { Store } from '../db/store'
import { isJson, type Json, parseJson, textOf } from '../json'
import { WxFailure } from './failure'

export interface Notice {
  to: string
  templateId: string
  page: string | undefined
  fields: Record<string, string>
  at: string
}

const MAX_TEMPLATES_A_TAP = 3
const KEPT_NOTICES = 5000

/** What may stand in a field, by the kind its name begins with. */
const FIELD_LIMITS = new Map<string, RegExp>(
  Object.entries({
    thing: /^.{1,20}$/su,
    short_thing: /^.{1,5}$/su,
    phrase: /^\p{Script=Han}{1,5}$/u,
    name: /^(?:[\p{Script=Han}·]{1,10}|[A-Za-z ]{1,20})$/u,
    character_string: /^[\x20-\x7e]{1,32}$/,
    number: /^-?\d+(?:\.\d+)?$/,
    letter: /^[A-Za-z]{1,32}$/,
    amount: /^[¥$]?\d{1,10}(?:\.\d+)?元?$/u,
    phone_number: /^[\d+*-]{1,17}$/,
    time: /^.{1,32}$/u,
    date: /^.{1,32}$/u,
    const: /^.{1,20}$/u,
  }),
)

export class Notices {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
  ) {
    store.exec(
      'CREATE TABLE IF NOT EXISTS grants (openid TEXT, template TEXT, remaining INTEGER, PRIMARY KEY (openid, template)) STRICT',
    )
    store.exec('CREATE TABLE IF NOT EXISTS notices (seq INTEGER PRIMARY KEY, notice TEXT) STRICT')
  }

  /** wx.requestSubscribeMessage: at most three templates a tap, each accepted one good for one send. */
  async grant(openid: string, templateIds: string[], accept: string[]): Promise<Record<string, 'accept' | 'reject'>> {
    if (templateIds.length === 0 || templateIds.length > MAX_TEMPLATES_A_TAP)
      throw new WxFailure(20003, 'templateIds must hold one to three templates')
    const accepted = templateIds.filter((template) => accept.includes(template))
    await this.store.write(() => {
      for (const template of accepted)
        this.store.run(
          'INSERT INTO grants VALUES (?, ?, 1) ON CONFLICT (openid, template) DO UPDATE SET remaining = remaining + 1',
          [openid, template],
        )
    })
    return Object.fromEntries(
      templateIds.map((template) => [template, accepted.includes(template) ? 'accept' : 'reject']),
    )
  }

  async send(parameters: Json): Promise<Json> {
    const to = textOf(parameters.touser) ?? ''
    const templateId = textOf(parameters.template_id) ?? ''
    if (to === '') throw new WxFailure(40003, 'touser is invalid')
    if (templateId === '') throw new WxFailure(40037, 'template_id is invalid')
    const page = textOf(parameters.page)
    const notice: Notice = {
      to,
      templateId,
      page,
      fields: readFields(parameters.data),
      at: this.clock.now().toISOString(),
    }
    const isSent = await this.store.write(() => this.spend(notice))
    if (!isSent) throw new WxFailure(43101, 'user refuse to accept the msg')
    return {}
  }

  sent(): Notice[] {
    return this.store
      .all('SELECT notice FROM notices ORDER BY seq')
      .map((row) => parseJson(String(row.notice)))
      .filter(isNotice)
  }

  private spend(notice: Notice): boolean {
    const key = [notice.to, notice.templateId]
    const left = this.store.get('SELECT remaining FROM grants WHERE openid = ? AND template = ?', key)
    if (Number(left?.remaining ?? 0) < 1) return false
    this.store.run('UPDATE grants SET remaining = remaining - 1 WHERE openid = ? AND template = ?', key)
    this.store.run('INSERT INTO notices (notice) VALUES (?)', [JSON.stringify(notice)])
    this.store.run('DELETE FROM notices WHERE seq <= (SELECT MAX(seq) FROM notices) - ?', [KEPT_NOTICES])
    return true
  }
}

function readFields(fields: unknown): Record<string, string> {
  if (!isJson(fields) || Object.keys(fields).length === 0) throw new WxFailure(47003, 'argument invalid! data is empty')
  return Object.fromEntries(
    Object.entries(fields).map(([key, field]) => {
      const value = isJson(field) ? field.value : undefined
      const limit = FIELD_LIMITS.get(key.replace(/\d+$/, ''))
      if ((typeof value === 'string' || typeof value === 'number') && limit?.test(String(value)))
        return [key, String(value)]
      throw new WxFailure(47003, `argument invalid! data.${key}.value invalid`)
    }),
  )
}

const isNotice = (value: unknown): value is Notice =>
  isJson(value) && typeof value.to === 'string' && isJson(value.fields)
