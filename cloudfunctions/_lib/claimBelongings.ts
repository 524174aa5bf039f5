/** What of claims is somebody's own, in words: for the export of a registration. */
import { answersIn, bounceReasons, claimMachine, isClaimants, objectionMachine, periodLabel } from '../../domain/claim'
import { saysOf, stateRow } from '../../domain/kernel/machine'
import { yuan } from '../../domain/kernel/money'
import type { Scope } from '../../domain/kernel/roles'
import { onOf } from '../../domain/kernel/time'
import { factRow, isFactName, sayFact } from '../../domain/rules'
import { row, type Section, when } from './belongings'
import { command, type DocOf, find, get, opened } from './cloud'
import { type EventRow, sealedValue } from './history'
import { scopeNames } from './scopes'

type Claim = DocOf<'claims'>
type Objection = DocOf<'objections'>

const MOST = 500

const answerRows = (said: string | undefined, at: string) =>
  Object.entries(answersIn(said)).flatMap(([fact, value]) =>
    isFactName(fact) ? [row(factRow(fact).label, sayFact(fact, value, onOf(at)))] : [],
  )

/** Everything somebody wrote beside a move. */
const noted = ['reason', 'note', 'receipt', 'paidOn'] as const
const noteOf = (id: string, event: EventRow): string => {
  const because = sealedValue(id, event, 'because')
  const bounced = Object.entries(bounceReasons).find(([name]) => name === because)?.[1].label
  const words = [bounced, ...noted.map((field) => sealedValue(id, event, field))].filter((one) => one !== undefined)
  return words.length > 0 ? `（${words.join('；')}）` : ''
}

const whoOf = ({ by, action }: EventRow, personId: string): string => {
  if (by === personId || isClaimants(action) || Object.hasOwn(claimMachine.starts, action)) return '您'
  return by === 'system' ? '系统' : '工作人员'
}

const claimRows = (claim: Claim, personId: string) => {
  const { payee, account, bank, said } = opened('claims', claim)
  const moves = claim.events.map((event) =>
    row(when(event.at), `${whoOf(event, personId)}：${saysOf(claimMachine, event.action)}${noteOf(claim._id, event)}`),
  )
  return [
    row('申领', `${claim.title}${periodLabel(claim.period)}`),
    row('编号', claim.receiptNo),
    row('金额', yuan(claim.amountFen)),
    ...(claim.quantity === undefined ? [] : [row('填的数', `${claim.quantity}`)]),
    ...(account ? [row('打到哪', `${payee ?? ''} ${bank ?? ''} ${account}`)] : []),
    ...answerRows(said, claim.createdAt),
    row('照片', `${claim.evidence.length} 张`),
    row('走到哪一步', stateRow(claimMachine, claim.state).label),
    ...moves,
  ]
}

const objectionRow = (objection: Objection) => {
  const { words } = opened('objections', objection)
  const answered = objection.events.map((event) => noteOf(objection._id, event)).join('')
  const { label } = stateRow(objectionMachine, objection.state)
  return row(when(objection.createdAt), `${words ?? ''}（${label}）${answered}`)
}

const employerOf = ({ employer = {} }: Claim): Scope => {
  const { siteId, orgId = '' } = employer
  return siteId ? { level: 'site', id: siteId } : { level: 'org', id: orgId }
}

/** Whoever claims for them as one of theirs, whatever came of it. */
const countedRows = async (personKey: string) => {
  const { rows } = await find('counted', { personKey }, { limit: MOST })
  const months = rows.flatMap((one) => one.months)
  const ids = [...new Set(months.map(({ claimId }) => claimId))].slice(0, MOST)
  const found = ids.length ? await find('claims', { _id: command.in(ids) }, { limit: ids.length }) : { rows: [] }
  const claims = new Map(found.rows.map((claim) => [claim._id, claim]))
  const nameOf = await scopeNames(found.rows.map(employerOf))
  return months.flatMap(({ claimId, fen, isObjected }) => {
    const claim = claims.get(claimId)
    if (!claim) return []
    const { label } = stateRow(claimMachine, claim.state)
    const what = `${claim.title}${periodLabel(claim.period)}，${yuan(fen)}（${label}）${isObjected ? '，您说不对' : ''}`
    return [row(nameOf(employerOf(claim)), what)]
  })
}

/** What they claimed with every row of it, what they answered, what they objected to, who counts them. */
export const claimSections = async (personId: string, personKey: string): Promise<Section[]> => {
  const newest = { order: [['listKey', 'desc']], limit: MOST, withEvents: true } as const
  const [claims, declared, objections, counted] = await Promise.all([
    find('claims', { ownerId: personId }, newest),
    get('declared', personId),
    find('objections', { ownerId: personId }, newest),
    countedRows(personKey),
  ])
  const own = claims.rows.filter(({ claimant }) => claimant === 'worker')
  return [
    { title: '我申领的', rows: own.flatMap((claim) => claimRows(claim, personId)) },
    {
      title: '我答过的',
      rows: declared ? answerRows(opened('declared', declared).said, declared.at) : [],
    },
    { title: '我提的异议', rows: objections.rows.map(objectionRow) },
    { title: '哪家单位算了我', rows: counted },
  ]
}
