/** A small city in a cloud of its own: staff who came by their invitations, streets, sites; everything through the gateway. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import * as v from 'valibot'
import { buildFunctions } from '../../config/functions'
import { freshKeyRing, type KeyRing } from '../../config/run/keys'
import type { Deed } from '../../config/run/released/snapshot'
import { bootstrapApi } from '../../domain/bootstrap'
import { claimApi } from '../../domain/claim'
import { inboxApi } from '../../domain/inbox'
import { type Ask, clientOf } from '../../domain/kernel/client'
import { AppError, isErrorCode } from '../../domain/kernel/errors'
import type { Role, Scope } from '../../domain/kernel/roles'
import { postingApi } from '../../domain/posting'
import { siteApi } from '../../domain/site'
import { staffApi } from '../../domain/staff'
import { wagesApi } from '../../domain/wages'
import { wishApi } from '../../domain/wish'
import { workerApi } from '../../domain/worker'
import { type Cloud, startCloud } from '../../platform/cloud'

export const CITY = '310000'
export const DISTRICT = '310106'
export const STREET = '310106014'
export const OTHER_STREET = '310106022'
export const FAR_DISTRICT = '310115'
export const FAR_STREET = '310115004'

/** A Monday, ten in the morning in Shanghai, eleven days before the Spring Festival. */
export const START = new Date('2021-02-01T02:00:00.000Z')

const root = resolve(__dirname, '../..')

const Reply = v.variant('ok', [
  v.object({ ok: v.literal(true), data: v.unknown() }),
  v.object({
    ok: v.literal(false),
    error: v.object({
      code: v.pipe(v.string(), v.check(isErrorCode)),
      message: v.string(),
      fields: v.optional(v.record(v.string(), v.string())),
    }),
  }),
])

/** Answers as the phone's own client does: the data, or an AppError under the refusal's code. */
const answered = (said: unknown): unknown => {
  const reply = v.parse(Reply, said)
  if (reply.ok) return reply.data
  const { code, message, fields } = reply.error
  if (!isErrorCode(code)) throw new Error(message)
  throw new AppError(code, fields ? { fields } : {})
}

const askThrough =
  (cloud: Cloud, from: { openid: string } | { source: string }): Ask =>
  async (name, endpoint, input) =>
    answered(await cloud.call(name, { ...from, event: { endpoint, input } }))

const askOver =
  (url: string, openid: string): Ask =>
  async (name, endpoint, input) => {
    const headers = { 'x-wx-openid': openid }
    const body = JSON.stringify({ endpoint, input })
    return answered(await (await fetch(`${url}/call/${name}`, { method: 'POST', body, headers })).json())
  }

const clientsOf = (ask: Ask) => ({
  site: clientOf(siteApi, ask),
  staff: clientOf(staffApi, ask),
  inbox: clientOf(inboxApi, ask),
  worker: clientOf(workerApi, ask),
  wish: clientOf(wishApi, ask),
  posting: clientOf(postingApi, ask),
  claim: clientOf(claimApi, ask),
  wages: clientOf(wagesApi, ask),
})

export type Phone = ReturnType<typeof clientsOf> & { readonly openid: string }

/** A phone that reaches a cloud in a process of its own. */
export const phoneOver = (url: string, openid: string): Phone => ({ openid, ...clientsOf(askOver(url, openid)) })

const Event = v.object({ endpoint: v.string(), input: v.unknown() })

const tellCalls = (cloud: Cloud, hears: (deed: Deed) => void): void => {
  const { call } = cloud
  cloud.call = async (fn, options) => {
    const reply = await call(fn, options)
    const { openid, source, event } = options
    const sender = { ...(openid !== undefined && { openid }), ...(source !== undefined && { source }) }
    hears({ kind: 'call', fn, ...sender, event: v.parse(Event, event), reply })
    return reply
  }
}

let requests = 0
/** A new deed each time; keep the answer to send the same deed twice. */
export const newRequest = (): string => {
  requests += 1
  return `request-${String(requests).padStart(6, '0')}`
}

export type TownOptions = {
  now?: Date
  keys?: KeyRing
  dataDir?: string
  phones?: Record<string, string>
  /** Releases of the mini-program older than this are told to update. */
  oldestClient?: string
  /** Is told of all a phone or the operator does, with what came of it. */
  hears?: (deed: Deed) => void
  /** Another build than the product's own. */
  distDir?: string
}

export class Town {
  private constructor(
    readonly cloud: Cloud,
    readonly dataDir: string,
    readonly keys: KeyRing,
    private readonly isKept: boolean,
    private readonly options: TownOptions,
  ) {}

  static async start(options: TownOptions = {}): Promise<Town> {
    const { now = START, keys = freshKeyRing(), dataDir, phones, oldestClient = '0.0.0', distDir, hears } = options
    await buildFunctions({ root })
    const folder = dataDir ?? mkdtempSync(join(tmpdir(), 'nuanhu-town-'))
    const cloud = await startCloud({
      port: 0,
      dataDir: folder,
      distDir: distDir ?? join(root, 'dist/cloudfunctions'),
      env: {
        NUANHU_KEYS: JSON.stringify(keys),
        NUANHU_NOTICE_TEMPLATE: 'notice',
        NUANHU_OLDEST_CLIENT: oldestClient,
      },
      timers: false,
      quiet: true,
      /** A query no index serves fails the test that made it. */
      strict: true,
      ...(phones ? { phones } : {}),
    })
    cloud.setNow(now)
    if (hears) tellCalls(cloud, hears)
    return new Town(cloud, folder, keys, dataDir !== undefined, options)
  }

  /** What WeChat's button brings: a code for a number, used once. */
  async phoneCode(openid: string): Promise<string> {
    const headers = { 'x-wx-openid': openid }
    const answer = await fetch(`${this.cloud.url}/wx/phone-code`, { method: 'POST', body: '{}', headers })
    const { code } = await answer.json()
    const phone = this.options.phones?.[openid]
    this.options.hears?.({ kind: 'phoneCode', openid, ...(phone !== undefined && { phone }), gave: String(code) })
    return String(code)
  }

  /** A file on its way from a phone. */
  async upload(openid: string, path: string, content: Buffer): Promise<string> {
    const answer = await fetch(`${this.cloud.url}/storage/upload?path=${path}`, {
      method: 'POST',
      body: new Uint8Array(content),
      headers: { 'x-wx-openid': openid },
    })
    const { fileID } = await answer.json()
    const base64 = content.toString('base64')
    this.options.hears?.({ kind: 'upload', openid, path, base64, gave: String(fileID) })
    return String(fileID)
  }

  phone(openid: string): Phone {
    return { openid, ...clientsOf(askThrough(this.cloud, { openid })) }
  }

  get operator() {
    return clientOf(bootstrapApi, askThrough(this.cloud, { source: 'wx_http' }))
  }

  /** The city's first admin, from the operator's command. */
  async admin(openid = 'oCityAdmin', name = '顾明'): Promise<Phone> {
    const { token } = await this.operator.inviteAdmin({ requestId: newRequest(), cityId: CITY })
    const phone = this.phone(openid)
    await phone.staff.accept({ requestId: newRequest(), token, name })
    return phone
  }

  /** Somebody who accepted the admin's invitation. */
  async appoint(by: Phone, role: Role, scope: Scope, openid: string, name = '周建国'): Promise<Phone> {
    const { token } = await by.staff.invite({ requestId: newRequest(), role, scope, hours: 24 })
    const phone = this.phone(openid)
    await phone.staff.accept({ requestId: newRequest(), token, name })
    return phone
  }

  async street(by: Phone, id = STREET, name = '曹家渡街道'): Promise<void> {
    await by.site.addArea({ requestId: newRequest(), kind: 'street', id, name, districtId: id.slice(0, 6) })
  }

  async site(by: Phone, streetId = STREET, name = '长寿路三号楼工地') {
    const { site } = await by.site.create({ requestId: newRequest(), streetId, details: { ...siteDetails, name } })
    return site
  }

  async stop(): Promise<void> {
    await this.cloud.stop()
    if (!this.isKept) rmSync(this.dataDir, { recursive: true, force: true })
  }
}

export const siteDetails = {
  name: '长寿路三号楼工地',
  address: '静安区长寿路 999 弄',
  residence: 'factory',
  keeperName: '周建国',
  keeperPhone: '021-00000001',
} as const

/** A city with an admin, three streets in two districts and one site: what most tests begin with. */
export const startTown = async (options?: TownOptions, adminName?: string) => {
  const town = await Town.start(options)
  const admin = await town.admin(undefined, adminName)
  await town.street(admin)
  await town.street(admin, OTHER_STREET, '彭浦新村街道')
  await town.street(admin, FAR_STREET, '潍坊新村街道')
  const site = await town.site(admin)
  return { town, admin, site }
}
