/** One claim for whoever decides over it: the rules of its own edition beside the facts, what is marked, the pictures; three waits. */
import type { DeskClaimWhole, ProgrammeDetails } from '../../domain/claim'
import { AppError } from '../../domain/kernel/errors'
import type { Role } from '../../domain/kernel/roles'
import { upToDate } from '../_lib/claimFollow'
import { files, masked, opened, get as read } from '../_lib/cloud'
import { keyOf } from '../_lib/crypto'
import type { Identified } from '../_lib/identify'
import { logLook, roleOver } from '../_lib/looks'
import { namesFor } from '../_lib/people'
import { readsAtDesk } from './atDesk'
import { factsShown, partsOf } from './deskFacts'
import { aboutThem, cardTwins, deskClaim, judgedAnew } from './deskRow'
import { deskTimeline } from './deskTimeline'
import { rulesOf } from './editions'
import type { Claim, ClaimHandler, Worker } from './handlers'
import { sourceLine } from './judging'
import { alikeTo, marksOf, objectionsTo } from './marks'
import { becauseOf } from './mineView'
import { maskedNumberOf } from './publicRow'
import { whyNotOf } from './whyNot'
import { amountWords } from './words'

const atDesk: readonly Role[] = ['reviewer', 'countersigner', 'cashier']
const watching: readonly Role[] = ['supervisor', 'cityAdmin']

/** Whoever opens a claim with pictures has looked at them: the worker reads who and when. */
const logged = async (claim: Claim, who: Identified, now: Date): Promise<void> => {
  const role = roleOver(who, atDesk, claim.desk) ?? roleOver(who, watching, claim)
  if (claim.evidence.length === 0 || !role) return
  const { _id, workerId, evidence } = claim
  const look = { what: '看凭证', reason: '审核申领', count: evidence.length, ...(workerId ? { workerId } : {}) }
  await logLook(keyOf('look', who.actor.personId, _id, now.toISOString()), look, role, who, now)
}

const linksOf = async ({ evidence }: Claim): Promise<ReadonlyMap<string, string>> =>
  new Map(await Promise.all(evidence.map(async ({ fileId }) => [fileId, await files.link(fileId)] as const)))

/** All that hangs around one claim, in one wait. */
const around = async (claim: Claim, who: Identified, now: Date) => {
  const { workerId, siteId, orgId, programmeId } = claim
  const [worker, details, programme, site, employer, twins, objections, links, nameOf] = await Promise.all([
    workerId ? read('workers', workerId) : undefined,
    rulesOf(claim),
    read('programmes', programmeId),
    siteId ? read('sites', siteId) : undefined,
    orgId ? read('areas', orgId) : undefined,
    cardTwins([claim]),
    objectionsTo([claim]),
    linksOf(claim),
    namesFor(claim.events.map(({ by }) => by)),
    logged(claim, who, now),
  ])
  const known = worker?.name === undefined ? undefined : worker
  return { worker: known, details, programme, site, employer, twins, objections, links, nameOf }
}

const evidenceOf = ({ evidence }: Claim, details: ProgrammeDetails, links: ReadonlyMap<string, string>) =>
  details.evidence.map(({ evidenceId, label }) => ({
    evidenceId,
    label,
    urls: evidence.filter((one) => one.evidenceId === evidenceId).map(({ fileId }) => links.get(fileId) ?? ''),
  }))

const rulesShown = (claim: Claim, worker: Worker | undefined, details: ProgrammeDetails) => {
  const { verdict, rules } = judgedAnew(claim, worker, details)
  return {
    verdict,
    rules: rules.map((rule) => ({
      ...rule,
      text: aboutThem(rule.text, claim),
      from: aboutThem(rule.from, claim),
      ...(rule.why ? { why: aboutThem(rule.why, claim) } : {}),
    })),
  }
}

const amountFromOf = ({ amountSource, documents }: ProgrammeDetails): string => {
  if (!amountSource) return ''
  const { title, article } = sourceLine(amountSource, documents)
  return `${title}${article}`
}

const accountOf = (claim: Claim) => {
  const { account } = masked('claims', claim)
  const { bank } = opened('claims', claim)
  return { ...(account ? { maskedAccount: account } : {}), ...(bank ? { bank } : {}) }
}

export const get: ClaimHandler<'get'> = async ({ id }, { identified, now }) => {
  const [who, stored] = await Promise.all([identified(), read('claims', id)])
  if (!stored || !readsAtDesk(stored, who.actor)) throw new AppError('NOT_FOUND')
  const claim = await upToDate(stored, now)
  const { worker, details, twins, objections, nameOf, ...found } = await around(claim, who, now)
  const alike = await alikeTo([worker])
  const row = deskClaim(
    claim,
    { details: new Map([[id, details]]), workers: new Map(worker ? [[worker._id, worker]] : []), twins },
    who.actor,
    now,
  )
  const marks = marksOf({
    twins: twins.get(id) ?? 0,
    alike: worker && alike.get(worker._id),
    objections: objections.get(id) ?? 0,
  })
  const because = becauseOf(claim)
  const whole: DeskClaimWhole = {
    row: { ...row, isClear: row.isClear && marks.length === 0 },
    scopeName: found.programme?.scopeName ?? '',
    siteName: found.site?.name ?? found.employer?.name ?? '',
    edition: claim.edition,
    gives: details.gives,
    amountWords: amountWords(details),
    amountFrom: amountFromOf(details),
    ...rulesShown(claim, worker, details),
    facts: factsShown(claim, worker, details, found.employer?.name),
    marks,
    ...accountOf(claim),
    ...(worker ? { maskedNumber: maskedNumberOf(worker) } : {}),
    evidence: evidenceOf(claim, details, found.links),
    parts: partsOf(claim, details),
    ...(because ? { because } : {}),
    ...(row.can.length > 0 ? {} : { whyNot: whyNotOf(claim, who.actor) }),
    rosterParts: claim.sheets ?? 0,
    timeline: deskTimeline(claim, who.actor.personId, nameOf),
  }
  return { claim: whole }
}
