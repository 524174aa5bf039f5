/** One day in a town in which known people meet every endpoint of every function, with everything said to anybody written down. */
import writeExcelFile from 'write-excel-file/node'
import { readKeyRing } from '../../config/run/keys'
import type { Deed } from '../../config/run/released/snapshot'
import type { Cloud } from '../../platform/cloud'
import { aKeyRing } from './keys'
import { claimerKnown, claimNames, claimsCome } from './story-claims'
import { wagesCounted } from './story-wages'
import { unionNames, wisherKnown, wishesCome } from './story-wishes'
import {
  CITY,
  DISTRICT,
  newRequest,
  type Phone,
  STREET,
  siteDetails,
  startTown,
  type Town,
  type TownOptions,
} from './town'
import { aDraft, agreed, anAssisted, phoneCode, registered, stay } from './workers'

/** Everyday and rare, by one tap, by hand, by an officer, from a file: none of their values is anybody else's. */
export const known = {
  tapped: { openid: 'oKnown-tapped', name: '慕容婉清', phone: '13912345601', number: '340000198609014475' },
  typed: { openid: 'oKnown-typed', name: '麦麦提·吐尔逊', phone: '13912345602', number: 'E88664422' },
  assisted: { openid: 'oKnown-assisted', name: '欧阳铁栓', phone: '13912345603', number: 'H77553311' },
  imported: { openid: 'oKnown-imported', name: '𠮷田招弟', phone: '13912345604', number: 'P66442200' },
  erased: { openid: 'oKnown-erased', name: '尉迟有田', phone: '13912345605', number: 'G99775533' },
  ...wisherKnown,
  ...claimerKnown,
} as const

export const staffNames = {
  admin: '诸葛知州',
  street: '上官知街',
  officer: '司徒知点',
  inspector: '令狐知察',
  ...unionNames,
  ...claimNames,
} as const
/** Written by staff into reasons, where a name may stand. */
export const reasonWords = '百里守信'

export type Heard = {
  readonly fn: string
  readonly openid: string | undefined
  readonly source: string | undefined
  readonly event: unknown
  readonly reply: unknown
}

/** Writes down every answer this cloud gives from now on. */
export const listen = (cloud: Cloud): Heard[] => {
  const heard: Heard[] = []
  const { call } = cloud
  cloud.call = async (fn, options) => {
    const reply = await call(fn, options)
    heard.push({ fn, openid: options.openid, source: options.source, event: options.event, reply })
    return reply
  }
  return heard
}

type Stage = { readonly town: Town; readonly admin: Phone; readonly siteId: string; readonly scene: string }
const LONGEST = 200
const shortened = (value: unknown): unknown => {
  if (typeof value === 'string') return value.length > LONGEST ? '…' : value
  if (Array.isArray(value)) return value.map(shortened)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, shortened(one)]))
}
/** By then what lives for ten minutes is gone. */
const AN_HOUR_LATER = new Date('2021-02-01T03:00:00.000Z')
const once = () => ({ requestId: newRequest() })
const bornOn = '1986-09-01'
const passport = (number: string) => ({ kind: number.startsWith('H') ? 'hkMoTravel' : 'passport', number }) as const

const workbookOf = async ({
  name,
  phone,
  number,
}: {
  name: string
  phone: string
  number: string
}): Promise<Buffer> => {
  const cell = (value: string) => ({ value, type: String })
  const head = ['姓名', '手机号', '证件', '证件号', '生日', '老家', '住在哪', '干什么活']
  const row = [name, phone, '护照', number, bornOn, '安徽', '工厂', '建筑']
  const spoilt = [name, '138', '护照', 'A-1', bornOn, '安徽', '工厂', '建筑']
  return writeExcelFile([head.map(cell), row.map(cell), spoilt.map(cell)]).toBuffer()
}

export const upload = (town: Town, openid: string, path: string, content: Buffer): Promise<string> =>
  town.upload(openid, path, content)

const workersMove = async ({ town, scene, admin }: Stage, officer: Phone) => {
  const code = await phoneCode(town, known.tapped.openid)
  const tapped = await registered(town, known.tapped.openid, scene, {
    name: known.tapped.name,
    phone: { source: 'wechat', code },
    document: { kind: 'residentId', number: known.tapped.number },
  })
  const typed = await registered(town, known.typed.openid, scene, {
    name: known.typed.name,
    phone: { source: 'typed', phone: known.typed.phone },
    document: passport(known.typed.number),
    bornOn,
  })
  const { id } = typed.card
  const { worker } = typed.phone
  await officer.worker.act({
    ...once(),
    id,
    version: 0,
    action: 'reject',
    form: { reason: `${reasonWords}说照片不清` },
  })
  await worker.correct({ ...once(), id, version: 1, person: typed.person })
  await worker.act({ ...once(), id, version: 2, action: 'update', form: { ...stay, stay: 'undecided' } })
  const other = await town.site(admin, STREET, '另一个工地')
  await worker.changeSite({ ...once(), id, version: 3, scene: other.scene })
  await worker.agree({ ...once(), consent: await agreed(typed.phone) })
  return { tapped: tapped.card.id, typed: id }
}

const deskLooks = async ({ town, siteId }: Stage, officer: Phone, id: string) => {
  const scope = { level: 'site', id: siteId } as const
  for (const what of ['name', 'phone', 'document'] as const)
    await officer.worker.reveal({ ...once(), id, what, reason: `${reasonWords}来核对` })
  await officer.worker.act({ ...once(), id, version: 0, action: 'verify', form: {} })
  await officer.worker.get({ id })
  await officer.worker.roster({ scope, search: { by: 'name', name: known.tapped.name } })
  await officer.worker.roster({ scope, search: { by: 'tail', tail: known.tapped.number.slice(-4) } })
  await officer.worker.exportRoster({ ...once(), scope, reason: '发年货' })
  const tapped = town.phone(known.tapped.openid)
  await tapped.worker.mine({})
  await tapped.worker.seen({})
  await tapped.worker.exportMine(once())
  const { rows } = await tapped.inbox.list({})
  await tapped.inbox.markRead({ ...once(), id: rows[0]?.id ?? '' })
}

const deskRegisters = async ({ town, siteId }: Stage, officer: Phone) => {
  const { name, phone, number, openid } = known.assisted
  const person = anAssisted({ name, phone, document: passport(number), bornOn })
  const given = await officer.worker.registerFor({ ...once(), siteId, person, saidYes: true })
  const { confirmCode } = await officer.worker.confirmCode({ ...once(), id: given.workerId })
  const own = town.phone(openid)
  await own.worker.confirm({ ...once(), confirmCode, tail: number.slice(-4), consent: await agreed(own) })
  const fileId = await upload(town, officer.openid, 'inbox/roster.xlsx', await workbookOf(known.imported))
  await officer.worker.importRoster({ ...once(), siteId, fileId })
  const scope = { level: 'site', id: siteId } as const
  const { rows } = await officer.worker.roster({ scope, filter: { state: 'unconfirmed' } })
  await officer.worker.confirmCode({ ...once(), id: rows[0]?.id ?? '' })
}

const goneAgain = async ({ town, scene }: Stage) => {
  const { name, phone, number, openid } = known.erased
  const document = passport(number)
  const left = await registered(town, openid, scene, { name, phone: { source: 'typed', phone }, document, bornOn })
  await left.phone.worker.act({ ...once(), id: left.card.id, version: 0, action: 'leave', form: { from: 'site' } })
  await left.phone.worker.act({ ...once(), id: left.card.id, version: 1, action: 'erase', form: {} })
}

const staffAndSites = async ({ town, admin, siteId, scene }: Stage) => {
  await admin.site.scan({ scene })
  await admin.site.list({ scope: { level: 'street', id: STREET } })
  await admin.site.act({
    ...once(),
    id: siteId,
    version: 0,
    action: 'update',
    form: { ...siteDetails, address: '长寿路 1 弄' },
  })
  await admin.site.get({ id: siteId })
  await admin.site.poster({ ...once(), id: siteId })
  await admin.site.areas({ districtId: DISTRICT })
  await town.street(admin, '310106013', '江宁路街道')
  await admin.staff.me({})
  await admin.staff.running({})
  const open = { role: 'supervisor', scope: { level: 'city', id: CITY }, hours: 1 } as const
  const left = await admin.staff.invite({ ...once(), ...open })
  await admin.staff.invitation({ token: left.token })
  const taken = await admin.staff.invite({ ...once(), ...open })
  await admin.staff.revoke({ ...once(), invitationId: taken.invitationId })
  await town.appoint(admin, 'supervisor', open.scope, 'oKnown-gone', '钟离知督')
  const { rows } = await admin.staff.list({ scope: open.scope })
  const gone = rows.find(({ grant }) => grant.role === 'supervisor')
  await admin.staff.dismiss({ ...once(), personId: gone?.personId ?? '', grantId: gone?.grant.grantId ?? '' })
}

export const liveThrough = async (options: TownOptions = {}) => {
  const phones = { [known.tapped.openid]: known.tapped.phone }
  const { town, admin, site } = await startTown({ ...options, phones }, staffNames.admin)
  const heard = listen(town.cloud)
  const stage: Stage = { town, admin, siteId: site.id, scene: site.scene }
  const scope = { level: 'site', id: site.id } as const
  const officer = await town.appoint(admin, 'siteOfficer', scope, 'oKnown-officer', staffNames.officer)
  const inspector = await town.appoint(
    admin,
    'inspector',
    { level: 'district', id: DISTRICT },
    'oKnown-inspector',
    staffNames.inspector,
  )
  await town.appoint(admin, 'streetOfficer', { level: 'street', id: STREET }, 'oKnown-street', staffNames.street)
  await town.operator.inviteAdmin({ ...once(), cityId: CITY }).catch(() => undefined)
  const ids = await workersMove(stage, officer)
  await deskLooks(stage, officer, ids.tapped)
  await deskRegisters(stage, officer)
  await goneAgain(stage)
  await staffAndSites(stage)
  await wishesCome(stage, town.phone(known.tapped.openid), ids.tapped)
  await claimsCome(stage)
  await wagesCounted(town.phone('oKnown-stranger'))
  await inspector.worker.roster({ scope: { level: 'district', id: DISTRICT } })
  await town
    .phone('oKnown-stranger')
    .worker.register({ ...(await aDraft(town.phone('oKnown-stranger'), 's=x')) })
    .catch(() => undefined)
  town.cloud.setNow(AN_HOUR_LATER)
  await town.cloud.tick(AN_HOUR_LATER)
  return { town, admin, heard, ids }
}

/** Ids are keyed hashes and lists end in their order: a day lived again needs the keys it was lived with. */
export const dayKeys = readKeyRing(aKeyRing())

/** The same day as a list of deeds; long texts, files among them, are nothing a phone sends back. */
export const recordedDay = async (): Promise<Deed[]> => {
  const deeds: Deed[] = []
  const { town } = await liveThrough({ keys: dayKeys, hears: (deed) => deeds.push(deed) })
  await town.stop()
  return deeds.map((deed) => (deed.kind === 'call' ? { ...deed, reply: shortened(deed.reply) } : deed))
}
