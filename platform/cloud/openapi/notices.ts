/** Subscription messages: a tap grants one send of a template, a send spends it, fields have their limits. */
import type { Clock } from '../clock'
import type { Store } from '../db/store'
import { isJson, type Json, parseJson, textOf } from '../json'
import { WxFailure } from './failure'
import { readFields } from './fields'

export interface Notice {
  to: string
  templateId: string
  page: string | undefined
  fields: Record<string, string>
  at: string
}

const MAX_TEMPLATES_A_TAP = 3
const KEPT_NOTICES = 5000

/** What WeChat's own console knows of a template. */
export interface Template {
  /** Granted once for ever, not once a send; only for some trades. */
  isLongTerm?: boolean
  /** Every field of it; a send must fill them all. */
  fields?: string[]
}

export class Notices {
  private readonly listeners = new Set<(notice: Notice) => void>()

  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
    /** The templates of the app; without any, whatever is asked for counts as one for a single send. */
    private readonly templates: Readonly<Record<string, Template>> = {},
  ) {
    store.exec(
      'CREATE TABLE IF NOT EXISTS grants (openid TEXT, template TEXT, remaining INTEGER, PRIMARY KEY (openid, template)) STRICT',
    )
    store.exec('CREATE TABLE IF NOT EXISTS closedSwitches (openid TEXT PRIMARY KEY) STRICT')
    store.exec('CREATE TABLE IF NOT EXISTS notices (seq INTEGER PRIMARY KEY, notice TEXT) STRICT')
  }

  /** The main switch of a person's message settings: off, nothing is asked and nothing arrives; what was granted stays. */
  setMainSwitch(openid: string, isOn: boolean): Promise<void> {
    const sql = isOn ? 'DELETE FROM closedSwitches WHERE openid = ?' : 'INSERT OR IGNORE INTO closedSwitches VALUES (?)'
    return this.store.write(() => this.store.run(sql, [openid]))
  }

  isSwitchedOn(openid: string): boolean {
    return this.store.get('SELECT 1 AS closed FROM closedSwitches WHERE openid = ?', [openid]) === undefined
  }

  /** wx.requestSubscribeMessage: at most three templates a tap, each accepted one good for one send. */
  async grant(openid: string, templateIds: string[], accept: string[]): Promise<Record<string, 'accept' | 'reject'>> {
    if (templateIds.length === 0 || templateIds.length > MAX_TEMPLATES_A_TAP)
      throw new WxFailure(20003, 'templateIds must hold one to three templates')
    this.checkTemplates(templateIds)
    if (!this.isSwitchedOn(openid)) throw new WxFailure(20004, 'The main switch is switched off')
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
      fields: readFields(parameters.data, this.template(templateId)?.fields ?? []),
      at: this.clock.now().toISOString(),
    }
    const isSent = await this.store.write(() => this.spend(notice))
    if (!isSent) throw new WxFailure(43101, 'user refuse to accept the msg')
    for (const listener of this.listeners) listener(notice)
    return {}
  }

  /** Hears of each as it is sent, until the returned function is called. */
  onSent(listener: (notice: Notice) => void): () => void {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  sent(): Notice[] {
    return this.store
      .all('SELECT notice FROM notices ORDER BY seq')
      .map((row) => parseJson(String(row.notice)))
      .filter(isNotice)
  }

  private template(id: string): Template | undefined {
    return Object.hasOwn(this.templates, id) ? this.templates[id] : undefined
  }

  private checkTemplates(ids: string[]): void {
    const known = ids.map((id) => this.template(id))
    if (Object.keys(this.templates).length > 0 && known.includes(undefined))
      throw new WxFailure(20001, 'No template data return, verify the template id exist')
    if (new Set(known.map((template) => template?.isLongTerm === true)).size > 1)
      throw new WxFailure(20002, 'Templates type must be same')
  }

  private spend(notice: Notice): boolean {
    if (!this.isSwitchedOn(notice.to)) return false
    const key = [notice.to, notice.templateId]
    const left = this.store.get('SELECT remaining FROM grants WHERE openid = ? AND template = ?', key)
    if (Number(left?.remaining ?? 0) < 1) return false
    if (!this.template(notice.templateId)?.isLongTerm)
      this.store.run('UPDATE grants SET remaining = remaining - 1 WHERE openid = ? AND template = ?', key)
    this.store.run('INSERT INTO notices (notice) VALUES (?)', [JSON.stringify(notice)])
    this.store.run('DELETE FROM notices WHERE seq <= (SELECT MAX(seq) FROM notices) - ?', [KEPT_NOTICES])
    return true
  }
}

const isNotice = (value: unknown): value is Notice =>
  isJson(value) && typeof value.to === 'string' && isJson(value.fields)
