/** security.mediaCheckAsync, version 2: a trace id at once, the verdict later by push; a list of hashes decides. */
import { createHash } from 'node:crypto'
import type { Clock } from '../clock'
import type { Store } from '../db/store'
import { APP_ID } from '../functions'
import { type Json, textOf } from '../json'
import type { Storage } from '../storage'
import { WxFailure } from './failure'
import type { Pushes } from './pushes'
import { checkCaller, PASS, traceId } from './security'

const MAX_BYTES = 10 * 1024 * 1024
/** What WeChat calls it most often. */
const INDECENT = 20002
const MEDIA_TYPES = [1, 2]
const CANNOT_DOWNLOAD = { detail: [], errcode: -1008, errmsg: '下载错误,请检查媒体链接是否正确' }

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

export class MediaChecks {
  constructor(
    private readonly store: Store,
    private readonly storage: Storage,
    private readonly pushes: Pushes,
    private readonly clock: Clock,
  ) {
    store.exec('CREATE TABLE IF NOT EXISTS refusedMedia (sha256 TEXT PRIMARY KEY, label INTEGER) STRICT')
  }

  /** From now on WeChat objects to exactly these bytes. */
  refuse(bytes: Uint8Array, label = INDECENT): Promise<void> {
    return this.store.write(() =>
      this.store.run('INSERT OR REPLACE INTO refusedMedia VALUES (?, ?)', [hashOf(bytes), label]),
    )
  }

  /** `ended` resolves when the call that asks is over: its trace id is stored before the verdict arrives. */
  check(parameters: Json, isFresh: (openid: string) => boolean, ended: Promise<void>): Json {
    const openid = checkCaller(parameters, isFresh)
    if (!MEDIA_TYPES.includes(Number(parameters.media_type)))
      throw new WxFailure(40097, 'invalid args: media_type must be 1 or 2')
    const url = textOf(parameters.media_url) ?? ''
    if (url === '') throw new WxFailure(44002, 'empty post data')
    const trace_id = traceId()
    this.pushes.send(ended.then(async () => this.event(openid, trace_id, await this.verdict(url))))
    return { trace_id }
  }

  /** Only files of this cloud can be looked at: it asks no other host for anything. */
  private async verdict(url: string): Promise<Json> {
    const file = await this.storage.openLink(url)
    if (!file || file.bytes.length > MAX_BYTES) return CANNOT_DOWNLOAD
    const refused = this.store.get('SELECT label FROM refusedMedia WHERE sha256 = ?', [hashOf(file.bytes)])
    const result = refused ? { suggest: 'risky', label: Number(refused.label) } : PASS
    const detail = [{ strategy: 'content_model', errcode: 0, ...result, prob: 90 }]
    return { detail, errcode: 0, errmsg: 'ok', result }
  }

  private event(openid: string, trace_id: string, verdict: Json): Json {
    return {
      ToUserName: 'gh_local',
      FromUserName: openid,
      CreateTime: Math.floor(this.clock.now().getTime() / 1000),
      MsgType: 'event',
      Event: 'wxa_media_check',
      appid: APP_ID,
      trace_id,
      version: 2,
      ...verdict,
    }
  }
}
