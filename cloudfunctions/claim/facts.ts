/** What is known of a person when a programme is judged: their registration, and what they answered for themselves. */
import type { Answers } from '../../domain/claim'
import { stateRow } from '../../domain/kernel/machine'
import { ageOn, onOf } from '../../domain/kernel/time'
import { type Facts, factsOf, isDeclared, isFactName, isValueOf } from '../../domain/rules'
import { parseDocument, workerMachine } from '../../domain/worker'
import { opened } from '../_lib/cloud'
import type { Worker } from './handlers'

const bornOnOf = (worker: Worker, now: Date) => {
  const { kind, number } = opened('workers', worker).document
  const parsed = parseDocument(kind, number, onOf(now))
  return parsed.ok ? parsed.value.bornOn : undefined
}

const ofRegistration = (worker: Worker, now: Date): Facts => {
  const { stay, trade, residence, exposure, companion, childrenCount } = worker.stay
  const bornOn = bornOnOf(worker, now)
  return factsOf({
    verified: stateRow(workerMachine, worker.state).tone === 'ok',
    stay,
    trade,
    residence,
    exposure,
    companion,
    childrenCount,
    isMinor: worker.isMinor,
    homeProvince: worker.homeProvince,
    atSite: worker.siteId !== '',
    district: worker.districtId,
    employer: worker.orgId,
    registeredOn: onOf(worker.createdAt),
    ...(bornOn ? { age: ageOn(bornOn, onOf(now)) } : {}),
  })
}

/** Only what may be answered in place, and only a value the fact can have: nothing else somebody sends becomes a fact. */
export const declaredIn = (answers: Answers): Answers =>
  Object.fromEntries(
    Object.entries(answers).filter(([fact, value]) => isFactName(fact) && isDeclared(fact) && isValueOf(fact, value)),
  )

export const knownOf = (worker: Worker | undefined, answers: Answers, now: Date): Facts => ({
  ...(worker ? ofRegistration(worker, now) : {}),
  ...factsOf(declaredIn(answers)),
})

export { answersIn } from '../../domain/claim'
