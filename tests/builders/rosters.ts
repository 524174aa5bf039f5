/** Employers with their officers, a training programme they claim from, and rosters as they write them; all by real deeds. */
import { csv } from '../../cloudfunctions/_lib/csv'
import { madeUpNumber } from '../../config/run/demo/documents'
import { addDays, toDay } from '../../domain/kernel/time'
import { type ClaimTown, cardNumber, type Details, opened, source, startClaimTown } from './claims'
import { CITY, DISTRICT, newRequest, type Phone, type TownOptions } from './town'

export const training = (over: Partial<Details> = {}): Partial<Details> => ({
  title: '以工代训补贴',
  benefit: 'workTraining',
  payer: '静安区人社局',
  amount: { way: 'formula', fen: 60_000, per: 'month' },
  rules: [],
  months: ['2020-12', '2021-01', '2021-02', '2021-03'],
  budgetFen: 10_000_000_000,
  ...over,
})

export type Employer = { readonly phone: Phone; readonly scope: { level: 'org' | 'site'; id: string } }
export type RosterTown = ClaimTown & { readonly trainingId: string; readonly one: Employer; readonly two: Employer }

let employers = 0
export const anEmployer = async ({ town, admin }: ClaimTown, name: string): Promise<Employer> => {
  employers += 1
  const id = `org-${employers}`
  await admin.site.addArea({ requestId: newRequest(), kind: 'org', id, name, districtId: DISTRICT })
  const scope = { level: 'org', id } as const
  return { phone: await town.appoint(admin, 'employerOfficer', scope, `oEmployer-${employers}`, '郑人事'), scope }
}

export const startRosterTown = async (options: TownOptions = {}, over: Partial<Details> = {}): Promise<RosterTown> => {
  const city = await startClaimTown(options)
  const trainingId = await opened(city, training(over))
  const [one, two] = [await anEmployer(city, '申江建设'), await anEmployer(city, '浦东餐饮')]
  return { ...city, trainingId, one, two }
}

/** The n-th of a town's people: each another number, all of them grown up. */
export const numberOf = (n: number): string =>
  madeUpNumber('34', addDays(toDay('1970-01-01'), Math.floor(n / 900)), n % 900)
export const nameOf = (n: number): string =>
  `王${'春夏秋冬梅兰竹菊'.charAt(n % 8)}${'一二三四五六七八九十'.charAt(Math.floor(n / 8) % 10)}`

export const people = (count: number, from = 0): string[][] =>
  Array.from({ length: count }, (_, n) => [nameOf(from + n), numberOf(from + n)])

export const asCsv = (rows: readonly (readonly string[])[], ...more: readonly string[]): Buffer =>
  csv(['姓名', '证件号', ...more], rows)

type City = Pick<ClaimTown, 'town'>
export const uploaded = ({ town }: City, { phone }: Employer, file: Buffer, kind = 'csv'): Promise<string> =>
  town.upload(phone.openid, `inbox/${newRequest()}.${kind}`, file)

type Asked = {
  month?: '2020-12' | '2021-01' | '2021-02' | '2021-03' | 'once'
  programmeId?: string
  requestId?: string
}

/** What `readRoster` is sent for this file. */
export const reading = async (city: RosterTown, by: Employer, file: Buffer, over: Asked = {}) => ({
  requestId: newRequest(),
  scope: by.scope,
  programmeId: city.trainingId,
  edition: 1,
  month: '2021-02' as const,
  fileId: await uploaded(city, by, file),
  ...over,
})

export const read = async (city: RosterTown, by: Employer, file: Buffer, over: Asked = {}) =>
  (await by.phone.claim.readRoster(await reading(city, by, file, over))).claim

type Counted = Awaited<ReturnType<Phone['claim']['countRoster']>>

export const countAll = async (by: Employer, { id, parts }: { id: string; parts: number }): Promise<Counted[]> => {
  const counts: Counted[] = []
  for (let part = 0; part < parts; part += 1)
    counts.push(await by.phone.claim.countRoster({ requestId: newRequest(), id, part }))
  return counts
}

let accounts = 0
export const company = () => {
  accounts += 1
  return { name: '申江建设有限公司', account: cardNumber(accounts), bank: '工商银行' }
}

export const rosterForm = () => ({ card: company(), evidence: [], declares: true as const })

export const handedIn = async (city: RosterTown, by: Employer, file: Buffer, over: Asked = {}) => {
  const { id, parts } = await read(city, by, file, over)
  await countAll(by, { id, parts })
  return (
    await by.phone.claim.submitRoster({
      requestId: newRequest(),
      id,
      version: await versionOf(by, id),
      form: rosterForm(),
    })
  ).claim
}

/** As it stands to its employer now. */
export const rosterOf = async ({ phone, scope }: Employer, id: string) => {
  const { claims } = await phone.claim.rosterClaims({ scope })
  const claim = claims.find((one) => one.id === id)
  if (!claim) throw new Error(`no roster ${id}`)
  return claim
}
export const versionOf = async (by: Employer, id: string): Promise<number> => (await rosterOf(by, id)).version

export { CITY, source }
