/** Cloud storage: functions read and write all of it, a phone only adds files where the rules let it. */
import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto'
import type { Clock } from '../clock'
import type { Store } from '../db/store'
import { CloudError, invalid } from '../errors'
import { ENV_ID } from '../functions'
import { isJson, type Json, parseJson, textOf } from '../json'
import type { Manifest } from '../manifest'
import type { Disk } from './disk'

const PREFIX = `cloud://${ENV_ID}.6c6f-${ENV_ID}/`
const DEFAULT_LINK_SECONDS = 600
const MAX_PATH_LENGTH = 850

interface Ticket {
  path: string
  madeAt: number
}

export class Storage {
  private rules: Manifest['storage'] = { clientRead: false, clientWrite: [] }
  private readonly tickets = new Map<string, Ticket>()

  constructor(
    private readonly store: Store,
    private readonly disk: Disk,
    private readonly clock: Clock,
    private readonly secret: string,
    private readonly url: () => string,
  ) {
    store.exec(
      'CREATE TABLE IF NOT EXISTS files (path TEXT PRIMARY KEY, size INTEGER, creator TEXT, storedAt TEXT) STRICT',
    )
  }

  applyManifest({ storage }: Manifest): void {
    this.rules = storage
  }

  async answer(action: string, request: Json): Promise<Json> {
    switch (action) {
      case 'storage.getUploadMetadata':
        return { data: this.uploadTicket(checkPath(textOf(request.path))) }
      case 'storage.batchGetDownloadUrl':
        return { data: { download_list: listOf(request.file_list).map((file) => this.link(file)) } }
      case 'storage.batchDeleteFile':
        return {
          data: { delete_list: await Promise.all(listOf(request.fileid_list).map((id) => this.remove(String(id)))) },
        }
      default:
        throw new CloudError('INVALID_PARAM', `The action ${action} is not supported by this local cloud`)
    }
  }

  /** The second half of a function's upload, authorised by the ticket of the first. */
  async putByTicket(ticket: string, bytes: Buffer): Promise<void> {
    const granted = this.tickets.get(ticket)
    if (!granted) throw new CloudError('STORAGE_SIGN_PARAM_INVALID', 'the upload was not announced or was used before')
    this.tickets.delete(ticket)
    await this.put(granted.path, bytes, null)
  }

  /** wx.cloud.uploadFile: only where the rules allow it, and never over somebody else's file. */
  async putByClient(openid: string, path: string, bytes: Buffer): Promise<string> {
    const checked = checkPath(path)
    const existing = this.store.get('SELECT creator FROM files WHERE path = ?', [checked])
    const isAllowed = this.rules.clientWrite.some((folder) => checked.startsWith(folder))
    if (!isAllowed || (existing && existing.creator !== openid))
      throw new CloudError('STORAGE_EXCEED_AUTHORITY', 'the storage rules do not let a phone write there')
    await this.put(checked, bytes, openid)
    return PREFIX + checked
  }

  /** What a temporary link shows, or undefined when it is over or was never given. */
  async open(token: string): Promise<{ path: string; bytes: Buffer } | undefined> {
    const [body = '', signature = ''] = token.split('.')
    const wanted = Buffer.from(this.sign(body))
    const given = Buffer.from(signature)
    if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return undefined
    const link = parseJson(Buffer.from(body, 'base64url').toString('utf8'))
    if (!isJson(link) || Number(link.until) < this.clock.now().getTime()) return undefined
    const path = String(link.path)
    return this.has(path) ? { path, bytes: await this.disk.read(path) } : undefined
  }

  /** The same by the whole address, when it is one of this cloud. */
  async openLink(link: string): Promise<{ path: string; bytes: Buffer } | undefined> {
    const prefix = `${this.url()}/file/`
    return link.startsWith(prefix) ? this.open(link.slice(prefix.length)) : undefined
  }

  /** A temporary link, as a function would ask for it. */
  linkTo(path: string): Json {
    return this.link(PREFIX + path)
  }

  async read(path: string): Promise<Buffer> {
    if (!this.has(path)) throw new CloudError('STORAGE_FILE_NONEXIST', `there is no file ${path}`)
    return this.disk.read(path)
  }

  list(): { path: string; size: number; creator: string | null; storedAt: string }[] {
    return this.store
      .all('SELECT path, size, creator, storedAt FROM files ORDER BY storedAt DESC LIMIT 200')
      .map((row) => ({
        path: String(row.path),
        size: Number(row.size),
        creator: row.creator === null ? null : String(row.creator),
        storedAt: String(row.storedAt),
      }))
  }

  private async put(path: string, bytes: Buffer, creator: string | null): Promise<void> {
    await this.disk.write(path, bytes)
    const row = [path, bytes.length, creator, this.clock.now().toISOString()]
    await this.store.write(() =>
      this.store.run('INSERT OR REPLACE INTO files (path, size, creator, storedAt) VALUES (?, ?, ?, ?)', row),
    )
  }

  private uploadTicket(path: string): Json {
    for (const [ticket, { madeAt }] of this.tickets)
      if (performance.now() - madeAt > 600_000) this.tickets.delete(ticket)
    const ticket = randomUUID()
    this.tickets.set(ticket, { path, madeAt: performance.now() })
    const fileId = PREFIX + path
    return {
      url: `${this.url()}/storage/put/${ticket}`,
      token: 'local',
      authorization: 'local',
      fileId,
      cosFileId: 'local',
    }
  }

  private link(file: unknown): Json {
    const id = isJson(file) ? textOf(file.fileid) : textOf(file)
    const path = pathOf(id)
    if (path === undefined || !this.has(path)) return { code: 'STORAGE_FILE_NONEXIST', fileID: id, tempFileURL: '' }
    const seconds = isJson(file) && typeof file.max_age === 'number' ? file.max_age : DEFAULT_LINK_SECONDS
    const until = this.clock.now().getTime() + seconds * 1000
    const body = Buffer.from(JSON.stringify({ path, until })).toString('base64url')
    return {
      code: 'SUCCESS',
      fileID: id,
      maxAge: seconds,
      tempFileURL: `${this.url()}/file/${body}.${this.sign(body)}`,
    }
  }

  private async remove(id: string): Promise<Json> {
    const path = pathOf(id)
    if (path === undefined || !this.has(path)) return { code: 'STORAGE_FILE_NONEXIST', fileID: id }
    await this.store.write(() => this.store.run('DELETE FROM files WHERE path = ?', [path]))
    this.disk.remove(path)
    return { code: 'SUCCESS', fileID: id }
  }

  private has(path: string): boolean {
    return this.store.get('SELECT 1 AS found FROM files WHERE path = ?', [path]) !== undefined
  }

  private sign(body: string): string {
    return createHmac('sha256', this.secret).update(`file:${body}`).digest('base64url')
  }
}

const listOf = (value: unknown): unknown[] => {
  if (Array.isArray(value)) return value
  throw invalid('a list of files is missing')
}

const pathOf = (id: string | undefined): string | undefined =>
  id?.startsWith(PREFIX) ? id.slice(PREFIX.length) : undefined

function checkPath(path: string | undefined): string {
  if (
    path &&
    path.length <= MAX_PATH_LENGTH &&
    !path.startsWith('/') &&
    !path.split('/').some((part) => part === '' || part === '..' || part === '.')
  )
    return path
  throw invalid(`"${path ?? ''}" is not a path for a file`)
}
