/** A city with a programme open: a union that wrote it, two reviewers, a second signer, a cashier, workers who claim; all by real deeds. */
import type * as v from 'valibot'
import type { ClaimForm, MyClaim, ProgrammeDetails } from '../../domain/claim'
import type { Scope } from '../../domain/kernel/roles'
import { CITY, DISTRICT, newRequest, type Phone, startTown, type Town, type TownOptions } from './town'
import { aPicture } from './wishes'
import { registered } from './workers'

export type Details = v.InferInput<typeof ProgrammeDetails>
export type Form = v.InferInput<typeof ClaimForm>

export type ClaimTown = {
  readonly town: Town
  readonly admin: Phone
  readonly scene: string
  readonly siteId: string
  readonly union: Phone
  readonly reviewer: Phone
  readonly otherReviewer: Phone
  readonly signer: Phone
  readonly cashier: Phone
  readonly supervisor: Phone
  readonly siteOfficer: Phone
  readonly programmeId: string
}

export const source = { documentId: 'notice', article: '第二条' }

export const details = (over: Partial<Details> = {}): Details => ({
  title: '留沪通讯费补贴',
  benefit: 'phone',
  gives: 'cash',
  payer: '静安区总工会',
  amount: { way: 'fixed', fen: 30_000 },
  amountSource: source,
  rules: [{ fact: 'stay', must: { is: ['staying'] }, source }],
  documents: [
    {
      documentId: 'notice',
      title: '关于做好春节期间外来务工人员等留沪过年服务保障工作的通知',
      issuer: '市委办公厅、市政府办公厅',
      issuedOn: '2021-02-06',
      words: '鼓励企业和各级工会向留沪外来务工人员等发放通讯费补贴。',
    },
  ],
  opensOn: '2021-02-01',
  closesOn: '2021-03-31',
  months: [],
  budgetFen: 10_000_000,
  excludes: [],
  evidence: [],
  ...over,
})

const district = { level: 'district', id: DISTRICT } as const

/** Written and opened by the district's union, or by another over its own place. */
export const opened = async (
  { union }: Pick<ClaimTown, 'union'>,
  over: Partial<Details> = {},
  scope: Scope = district,
): Promise<string> => {
  const { programme } = await union.claim.saveProgramme({ requestId: newRequest(), scope, details: details(over) })
  const { id, version } = programme.row
  await union.claim.openProgramme({ requestId: newRequest(), id, version })
  return id
}

export const startClaimTown = async (options: TownOptions = {}, over: Partial<Details> = {}): Promise<ClaimTown> => {
  const { town, admin, site } = await startTown(options)
  const appoint = (role: Parameters<Town['appoint']>[1], openid: string, name: string) =>
    town.appoint(admin, role, district, openid, name)
  const union = await appoint('unionOfficer', 'oClaimUnion', '陆敏')
  const reviewer = await appoint('reviewer', 'oClaimReviewer', '沈一审')
  const otherReviewer = await appoint('reviewer', 'oClaimReviewer2', '韩再评')
  const signer = await appoint('countersigner', 'oClaimSigner', '卫复核')
  const cashier = await appoint('cashier', 'oClaimCashier', '蒋出纳')
  const supervisor = await town.appoint(admin, 'supervisor', { level: 'city', id: CITY }, 'oClaimSupervisor', '方正')
  const siteOfficer = await town.appoint(admin, 'siteOfficer', { level: 'site', id: site.id }, 'oClaimSite', '周建国')
  const programmeId = await opened({ union }, over)
  const staff = { union, reviewer, otherReviewer, signer, cashier, supervisor, siteOfficer }
  return { town, admin, scene: site.scene, siteId: site.id, ...staff, programmeId }
}

/** A card number whose check figure is right, and no bank's. */
export const cardNumber = (n: number): string => {
  const body = `999999${String(n).padStart(9, '0')}`
  const doubled = [...body].reverse().map((sign, place) => {
    const figure = Number(sign) * (place % 2 === 0 ? 2 : 1)
    return figure > 9 ? figure - 9 : figure
  })
  return `${body}${(10 - (doubled.reduce((a, b) => a + b, 0) % 10)) % 10}`
}

let made = 0
export const form = (over: Partial<Form> = {}): Form => {
  made += 1
  return { answers: {}, card: { account: cardNumber(made), bank: '工商银行' }, evidence: [], declares: true, ...over }
}

let claimants = 0
/** Somebody registered here, whom the site has verified. */
export const aClaimant = async ({ town, scene, siteOfficer }: ClaimTown): Promise<Phone> => {
  claimants += 1
  const { phone, card } = await registered(town, `oClaimant-${claimants}`, scene)
  await siteOfficer.worker.act({
    requestId: newRequest(),
    id: card.id,
    version: card.version,
    action: 'verify',
    form: {},
  })
  return phone
}

export const claimed = async (
  city: ClaimTown,
  over: Partial<Form> = {},
  programmeId = city.programmeId,
): Promise<{ phone: Phone; claim: MyClaim }> => {
  const phone = await aClaimant(city)
  const { claim } = await phone.claim.submit({
    requestId: newRequest(),
    programmeId,
    edition: 1,
    period: 'once',
    form: form(over),
  })
  return { phone, claim }
}

/** As it stands to its own claimant now. */
export const standing = async (phone: Phone, id: string): Promise<MyClaim> => {
  const { claims } = await phone.claim.mine({ id })
  const [claim] = claims
  if (!claim) throw new Error(`no claim ${id}`)
  return claim
}

type Acted = { readonly id: string; readonly version: number }

/** One of the desk's plain moves. */
export const act = (
  by: Phone,
  { id, version }: Acted,
  action: 'take' | 'approve' | 'countersign' | 'overturn' | 'confirm' | 'miss' | 'withdraw' | 'retry',
) => by.claim.act({ requestId: newRequest(), id, version, action, form: {} })

export const approved = async (city: ClaimTown, over: Partial<Form> = {}, programmeId?: string) => {
  const { phone, claim } = await claimed(city, over, programmeId)
  const moved = await act(city.reviewer, claim, 'approve')
  return { phone, id: moved.id, version: moved.version }
}

export const photoOf = ({ town }: ClaimTown, { openid }: Phone): Promise<string> =>
  town.upload(openid, `inbox/${newRequest()}.png`, aPicture())
