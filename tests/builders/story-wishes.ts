/** The wishes of the day in the town: from drive to thanks, with somebody who contests and somebody who goes. */
import * as v from 'valibot'
import { DriveDetails } from '../../domain/wish'
import { DISTRICT, newRequest, type Phone, STREET, type Town } from './town'
import { aPicture, details } from './wishes'
import { registered } from './workers'

/** Who lights, and what they tell the union alone. */
export const donorKnown = {
  donor: { openid: 'oKnown-donor', name: '热心的仲孙', phone: '13912345611' },
  company: { openid: 'oKnown-company', name: '公羊经理', phone: '13912345612' },
  shortly: { openid: 'oKnown-shortly', name: '澹台路过', phone: '13912345613' },
} as const

export const wisherKnown = {
  wisher: { openid: 'oKnown-wisher', name: '万俟招娣', phone: '13912345606', number: 'J55443322' },
  leaver: { openid: 'oKnown-leaver', name: '赫连大勇', phone: '13912345607', number: 'K44332211' },
} as const

export const unionNames = {
  union: '东方知会',
  grassroots: '西门知社',
  keeper: '北堂知站',
  reviewer: '公冶知言',
} as const

/** What people wrote: at rest none of it is readable. */
export const said = {
  story: '想给孩子一个粉色的新书包',
  otherStory: '夜里守着大门，想要一件厚的',
  thanks: '书包孩子背着睡觉，谢谢好心人',
  report: '这话看着不像真的',
  appeal: '句句是真的，再看一遍吧',
  why: '说得太细了，先拿下来',
} as const
export const leaverSaid = '过年一个人，想吃顿热乎的'

type Stage = { readonly town: Town; readonly admin: Phone; readonly siteId: string; readonly scene: string }
type Staff = Readonly<Record<'union' | 'grassroots' | 'keeper' | 'reviewer' | 'second', Phone>> & {
  readonly stationId: string
}
const once = () => ({ requestId: newRequest() })
const bornOn = '1986-09-01'

const staffOf = async ({ town, admin }: Stage): Promise<Staff> => {
  const station = await town.site(admin, STREET, '静安工人文化宫')
  const district = { level: 'district', id: DISTRICT } as const
  const appoint = (role: 'unionOfficer' | 'contentReviewer', openid: string, name: string) =>
    town.appoint(admin, role, district, openid, name)
  return {
    union: await appoint('unionOfficer', 'oKnown-union', unionNames.union),
    grassroots: await town.appoint(
      admin,
      'unionOfficer',
      { level: 'street', id: STREET },
      'oKnown-grassroots',
      unionNames.grassroots,
    ),
    keeper: await town.appoint(
      admin,
      'stationKeeper',
      { level: 'site', id: station.id },
      'oKnown-keeper',
      unionNames.keeper,
    ),
    reviewer: await appoint('contentReviewer', 'oKnown-reviewer', unionNames.reviewer),
    second: await appoint('contentReviewer', 'oKnown-second', unionNames.reviewer),
    stationId: station.id,
  }
}

const published = async ({ union, stationId }: Staff): Promise<string> => {
  const scope = { level: 'district', id: DISTRICT } as const
  const { drive } = await union.wish.publishDrive({ ...once(), scope, details: details(stationId) })
  const form = v.parse(DriveDetails, details(stationId, { quota: 400 }))
  await union.wish.actDrive({ ...once(), id: drive.id, version: drive.version, action: 'change', form })
  await union.wish.drivePoster({ ...once(), driveId: drive.id })
  return drive.id
}

const wisherOf = ({ town, scene }: Stage, who: keyof typeof wisherKnown) => {
  const { openid, name, phone, number } = wisherKnown[who]
  const document = { kind: 'passport', number } as const
  return registered(town, openid, scene, { name, phone: { source: 'typed', phone }, document, bornOn })
}

const hung = async ({ grassroots, union }: Staff, id: string, version: number): Promise<void> => {
  const proposed = await grassroots.wish.act({ ...once(), id, version, action: 'propose', form: {} })
  await union.wish.act({ ...once(), id, version: proposed.version, action: 'list', form: {} })
}

const introduced = async ({ town }: Stage, who: keyof typeof donorKnown): Promise<Phone> => {
  const { openid, name, phone } = donorKnown[who]
  const donor = town.phone(openid)
  await donor.wish.introduce({ ...once(), name, phone: { source: 'typed', phone }, isNamed: false })
  return donor
}

const slipOf = async (donor: Phone): Promise<string> => (await donor.wish.promised({})).promised[0]?.slip ?? ''

const takenIn = async ({ town }: Stage, { keeper }: Staff, slip: string) => {
  const { id, version } = await keeper.wish.slip({ code: slip })
  const photo = await town.upload(keeper.openid, `inbox/gift-${id.slice(0, 8)}.png`, aPicture())
  const taken = await keeper.wish.act({ ...once(), id, version, action: 'takeIn', form: { photo } })
  await keeper.wish.label({ ...once(), id })
  const ready = await keeper.wish.act({ ...once(), id, version: taken.version, action: 'dispatch', form: {} })
  return { id, version: ready.version }
}

/** Made, sent back, made again, hung up, lit, brought, handed out, thanked for. */
const wishGranted = async (stage: Stage, staff: Staff, driveId: string) => {
  const { phone } = await wisherOf(stage, 'wisher')
  const words = { kind: 'schoolBag', detail: '三年级', story: said.story } as const
  await phone.wish.mayWish({ driveId })
  const { wish } = await phone.wish.make({ ...once(), driveId, words })
  const { id } = wish
  const form = { reason: said.why }
  const back = await staff.grassroots.wish.act({ ...once(), id, version: wish.version, action: 'return', form })
  const edited = await phone.wish.act({ ...once(), id, version: back.version, action: 'edit', form: words })
  const { version } = await phone.wish.act({ ...once(), id, version: edited.version, action: 'submit', form: {} })
  await hung(staff, id, version)
  const donor = stage.town.phone(donorKnown.donor.openid)
  await donor.wish.drives({})
  await donor.wish.wall({ driveId })
  await contested(stage, staff, (await donor.wish.lamp({ wishId: id })).lamp.postingId ?? '')
  await stage.town.phone('oKnown-waiting').wish.awaitLamp({ ...once(), driveId })
  return { phone, id, words }
}

/** Somebody reports the words, they come down, their writer objects, somebody else puts them back. */
const contested = async ({ town }: Stage, { reviewer, second }: Staff, id: string): Promise<void> => {
  const stranger = town.phone('oKnown-reporter')
  await stranger.posting.act({ ...once(), id, version: 0, action: 'report', form: { reason: said.report } })
  const [row] = (await reviewer.posting.queue({})).rows
  const version = row?.version ?? 0
  await reviewer.posting.act({ ...once(), id, version, action: 'takeDown', form: { reason: said.why } })
  const writer = town.phone(wisherKnown.wisher.openid)
  await writer.posting.mine({})
  const appeal = { ...once(), id, version: version + 1, action: 'appeal', form: { reason: said.appeal } } as const
  await writer.posting.act(appeal)
  await second.posting.act({ ...once(), id, version: version + 2, action: 'restore', form: {} })
}

const handedOver = async (
  stage: Stage,
  staff: Staff,
  { phone, id, words }: Awaited<ReturnType<typeof wishGranted>>,
) => {
  const [returned] = (await phone.wish.mine({})).wishes
  const edited = await phone.wish.act({ ...once(), id, version: returned?.version ?? 0, action: 'edit', form: words })
  const { version } = await phone.wish.act({ ...once(), id, version: edited.version, action: 'submit', form: {} })
  await hung(staff, id, version)
  const lighter = stage.town.phone(donorKnown.donor.openid)
  await lighter.wish.light({ ...once(), wishId: id })
  const donor = await introduced(stage, 'donor')
  const ready = await takenIn(stage, staff, await slipOf(donor))
  const code = (await phone.wish.mine({})).wishes[0]?.receiptCode ?? ''
  const form = { code }
  const out = await staff.keeper.wish.act({ ...once(), id, version: ready.version, action: 'handOut', form })
  const fileId = await stage.town.upload(phone.openid, 'inbox/thanks.png', aPicture())
  await phone.wish.thank({ ...once(), id, version: out.version, words: said.thanks, fileId })
  await stage.town.cloud.pushed()
  await donor.wish.promised({})
  await donor.wish.exportMine(once())
}

/** Written by a visitor for somebody who then says yes; a company lights it with others. */
const companyLights = async (stage: Stage, staff: Staff, driveId: string, owner: Phone, workerId: string) => {
  const words = { kind: 'coat', detail: '男 175', story: said.otherStory } as const
  const made = await staff.grassroots.wish.makeFor({ ...once(), driveId, workerId, words })
  const form = {}
  const { version } = await owner.wish.act({ ...once(), id: made.id, version: made.version, action: 'submit', form })
  await hung(staff, made.id, version)
  const phone = stage.town.phone(donorKnown.company.openid)
  await phone.wish.lightMany({ ...once(), wishIds: [made.id] })
  const company = await introduced(stage, 'company')
  const { donor } = await company.wish.askAsCompany({ ...once(), driveId, company: '长宁纺织公司' })
  const { rows } = await staff.union.wish.companies({ scope: { level: 'district', id: DISTRICT } })
  const seen = rows[0]?.version ?? 0
  await staff.union.wish.actDonor({ ...once(), id: donor.id, version: seen, action: 'approve', form: { limit: 20 } })
  await takenIn(stage, staff, await slipOf(company))
  const { wishes } = await owner.wish.mine({})
  await staff.keeper.wish.receipt({ id: made.id, code: wishes[0]?.receiptCode ?? '' })
}

/** Somebody goes, and with them their wish; and so does whoever lit it. */
const gone = async (stage: Stage, staff: Staff, driveId: string) => {
  const { phone, card } = await wisherOf(stage, 'leaver')
  const words = { kind: 'festivalBox', detail: '1 个人', story: leaverSaid } as const
  const { wish } = await phone.wish.make({ ...once(), driveId, words })
  await hung(staff, wish.id, wish.version)
  await stage.town.phone(donorKnown.shortly.openid).wish.light({ ...once(), wishId: wish.id })
  const donor = await introduced(stage, 'shortly')
  await phone.worker.act({ ...once(), id: card.id, version: 0, action: 'erase', form: {} })
  await donor.wish.forgetMe(once())
}

export const wishesCome = async (stage: Stage, owner: Phone, workerId: string): Promise<void> => {
  const staff = await staffOf(stage)
  const driveId = await published(staff)
  await handedOver(stage, staff, await wishGranted(stage, staff, driveId))
  await companyLights(stage, staff, driveId, owner, workerId)
  await gone(stage, staff, driveId)
  const scope = { level: 'district', id: DISTRICT } as const
  const { rows } = await staff.union.wish.queue({ scope, state: 'delivering' })
  await staff.union.wish.get({ id: rows[0]?.id ?? '' })
  await staff.keeper.wish.shelf({ siteId: staff.stationId, state: 'delivering' })
  await staff.union.wish.drive({ driveId })
  await staff.union.wish.exportDrive({ ...once(), driveId, reason: '给领导看' })
  await owner.worker.exportMine(once())
}
