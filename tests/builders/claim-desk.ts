/** What the desk does with a claim, and what it costs: each deed by whom it belongs to. */
import { type ClaimTown, claimed, type Details, type Form, opened, standing } from './claims'
import type { Stored, storedIn } from './stored'
import { DISTRICT, newRequest, type Phone } from './town'

type Db = Awaited<ReturnType<typeof storedIn>>
type Acted = { readonly id: string; readonly version: number }

export const inDistrict = { level: 'district', id: DISTRICT } as const
const once = ({ id, version }: Acted) => ({ requestId: newRequest(), id, version })

export const decline = (
  by: Phone,
  claim: Acted,
  action: 'refuse' | 'overrule' | 'quash' | 'uphold' | 'appeal' | 'recall',
  reason = '工资单对不上',
) => by.claim.act({ ...once(claim), action, form: { reason } })

export const sendBack = (by: Phone, claim: Acted, parts = ['card'], reason = '卡号看不清') =>
  by.claim.act({ ...once(claim), action: 'return', form: { reason, parts } })

export const open = async (by: Phone, id: string) => (await by.claim.get({ id })).claim

export const versionOf = async (phone: Phone, id: string): Promise<Acted> => {
  const { version } = await standing(phone, id)
  return { id, version }
}

export const listOf = (by: Phone, queue: Parameters<Phone['claim']['workList']>[0]['queue'], cursor?: string) =>
  by.claim.workList({ scope: inDistrict, queue, ...(cursor === undefined ? {} : { cursor }) })

/** How often the last call of this endpoint waited for the database. */
export const waitsOf = ({ town }: ClaimTown, endpoint: string): number | undefined =>
  town.cloud
    .calls()
    .filter((call) => call.fn === 'claim' && call.endpoint === endpoint)
    .at(-1)?.waits

export const booksOf = async (db: Db, programmeId: string): Promise<Stored | undefined> => db.one('books', programmeId)

/** A claim of another programme, written and opened for it. */
export const claimedFrom = async (city: ClaimTown, over: Partial<Details>, given: Partial<Form> = {}) => {
  const programmeId = await opened(city, over)
  return { programmeId, ...(await claimed(city, given, programmeId)) }
}

/** Roles nobody is given together: as after a change of office, or by a hand past the product. */
export const alsoHolds = async (db: Db, phone: Phone, ...roles: readonly string[]): Promise<void> => {
  const { card } = await phone.worker.mine({})
  const worker = card && (await db.one('workers', card.id))
  if (!worker) throw new Error('nobody registered')
  const personId = String(worker.ownerId)
  const grants = roles.map((role) => ({
    grantId: `also-${role}`,
    role,
    scope: inDistrict,
    grantedAt: '2021-01-20T00:00:00.000Z',
    grantedBy: 'operator',
  }))
  await db.change('people', personId, { grants })
}
