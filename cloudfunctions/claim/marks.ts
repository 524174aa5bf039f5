/** What a reviewer looks at twice: one card, one phone, one name with others, and a word against the claim. */
import { type DeskClaimWhole, objectionMachine } from '../../domain/claim'
import { command, find, findOnly } from '../_lib/cloud'
import type { Claim, Worker } from './handlers'

type Mark = DeskClaimWhole['marks'][number]

const MOST = 500
const fields = ['_id', 'phoneKey', 'nameKey', 'siteId', 'documentKey'] as const
type Known = Pick<Worker, (typeof fields)[number]>

/** What was erased has no keys left to be found by. */
const named = (workers: readonly (Worker | undefined)[]): Worker[] =>
  workers.filter((worker) => worker !== undefined).filter(({ name }) => name !== undefined)

const others = (rows: readonly Known[], worker: Worker, isAlike: (row: Known) => boolean): number =>
  new Set(
    rows
      .filter((row) => row.documentKey !== worker.documentKey && isAlike(row))
      .map((row) => row.documentKey ?? row._id),
  ).size

export type Alike = { readonly phone: number; readonly name: number }

/** Other people of the same phone, or of the same name at the same site: one wait for all that are asked about. */
export const alikeTo = async (asked: readonly (Worker | undefined)[]): Promise<Map<string, Alike>> => {
  const workers = named(asked)
  if (workers.length === 0) return new Map()
  const [phones, names] = await Promise.all([
    findOnly('workers', { phoneKey: command.in(workers.map(({ phoneKey }) => phoneKey)) }, fields, { limit: MOST }),
    findOnly(
      'workers',
      {
        nameKey: command.in(workers.map(({ nameKey }) => nameKey)),
        siteId: command.in([...new Set(workers.map(({ siteId }) => siteId))]),
      },
      fields,
      { limit: MOST },
    ),
  ])
  return new Map(
    workers.map((worker) => [
      worker._id,
      {
        phone: others(phones.rows, worker, ({ phoneKey }) => phoneKey === worker.phoneKey),
        name: others(names.rows, worker, (row) => row.nameKey === worker.nameKey && row.siteId === worker.siteId),
      },
    ]),
  )
}

/** How many words stand against each of these claims and wait for an answer. */
export const objectionsTo = async (claims: readonly Claim[]): Promise<Map<string, number>> => {
  const ids = claims.map(({ _id }) => _id)
  if (ids.length === 0) return new Map()
  const open = objectionMachine.starts.raise.to
  const { rows } = await find('objections', { claimId: command.in(ids), state: open }, { limit: MOST })
  return new Map(ids.map((id) => [id, rows.filter(({ claimId }) => claimId === id).length]))
}

export type Marked = { readonly twins: number; readonly alike: Alike | undefined; readonly objections: number }

export const marksOf = ({ twins, alike = { phone: 0, name: 0 }, objections }: Marked): Mark[] => {
  const marks: readonly (readonly [number, Mark])[] = [
    [twins, { kind: 'sameCard', text: `这张卡也在别人的 ${twins} 份申领里` }],
    [alike.phone, { kind: 'samePhone', text: `还有 ${alike.phone} 个人登记了这个手机号` }],
    [alike.name, { kind: 'sameName', text: `这个点位还有 ${alike.name} 个人同名` }],
    [objections, { kind: 'objection', text: `有 ${objections} 条异议还没回` }],
  ]
  return marks.filter(([count]) => count > 0).map(([, mark]) => mark)
}
