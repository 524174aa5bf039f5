/** urlscheme.generate and urllink.generate: links that open a page of the app from outside, for thirty days at most. */
import { randomBytes } from 'node:crypto'
import type { Clock } from '../clock'
import type { Store } from '../db/store'
import { isJson, type Json, textOf } from '../json'
import { WxFailure } from './failure'

export interface Link {
  link: string
  page: string
  query: string
  until: string
}

const QUERY = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~%]{0,1024}$/
const PAGE = /^(?:[0-9A-Za-z_-][0-9A-Za-z_/.-]*)?$/
const DAY_MS = 86_400_000
const MOST_DAYS = 30
const LEAST_MS = 60_000

export class Links {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
  ) {
    store.exec('CREATE TABLE IF NOT EXISTS links (link TEXT PRIMARY KEY, page TEXT, query TEXT, until TEXT) STRICT')
  }

  async scheme(parameters: Json): Promise<Json> {
    const target = isJson(parameters.jump_wxa) ? parameters.jump_wxa : {}
    return { openlink: await this.make('weixin://dl/business/?t=', target, parameters) }
  }

  async urlLink(parameters: Json): Promise<Json> {
    return { url_link: await this.make('https://wxaurl.cn/', parameters, parameters) }
  }

  /** What each link opens, and until when; the newest first. */
  list(): Link[] {
    return this.store
      .all('SELECT link, page, query, until FROM links ORDER BY rowid DESC LIMIT 200')
      .map(({ link, page, query, until }) => ({
        link: String(link),
        page: String(page),
        query: String(query),
        until: String(until),
      }))
  }

  private async make(prefix: string, target: Json, expiry: Json): Promise<string> {
    const page = textOf(target.path) ?? ''
    const query = textOf(target.query) ?? ''
    if (!PAGE.test(page)) throw new WxFailure(40165, 'invalid weapp pagepath')
    if (!QUERY.test(query)) throw new WxFailure(40212, 'invalid query')
    const until = new Date(this.end(expiry)).toISOString()
    const link = prefix + randomBytes(9).toString('base64url')
    await this.store.write(() => this.store.run('INSERT INTO links VALUES (?, ?, ?, ?)', [link, page, query, until]))
    return link
  }

  private end({ expire_type: type = 0, expire_time: seconds, expire_interval: days }: Json): number {
    const now = this.clock.now().getTime()
    const wanted = type === 1 ? now + Number(days) * DAY_MS : seconds === undefined ? undefined : Number(seconds) * 1000
    if (wanted === undefined) return now + MOST_DAYS * DAY_MS
    if (wanted > now + LEAST_MS && wanted <= now + MOST_DAYS * DAY_MS) return wanted
    throw new WxFailure(85401, 'expire_time must lie between one minute and thirty days ahead')
  }
}
