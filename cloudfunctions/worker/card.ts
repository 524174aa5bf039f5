/** What a reader is shown of a registration: everything masked by the schema's own marks. */
import type { InferOutput } from 'valibot'
import { type ActionOf, actionsFor, saysOf, stateRow } from '../../domain/kernel/machine'
import type { Actor } from '../../domain/kernel/roles'
import { onOf, sayDay } from '../../domain/kernel/time'
import {
  entitlementsFor,
  type RosterRow,
  type TimelineRow,
  type WorkerCard,
  type WorkerState,
  workerMachine,
} from '../../domain/worker'
import { masked } from '../_lib/cloud'
import { keyOf } from '../_lib/crypto'
import { type EventRow, sealedValue } from '../_lib/history'
import { type Site, siteLine } from '../_lib/sites'
import type { WorkerDoc } from './handlers'

const isState = (state: string): state is WorkerState => Object.hasOwn(workerMachine.states, state)

const can = (doc: WorkerDoc, actor: Actor): ActionOf<typeof workerMachine>[] => actionsFor(workerMachine, doc, actor)

const whoMoved = (doc: WorkerDoc, { by }: EventRow, reader: Actor): string => {
  if (by === reader.personId) return '您'
  if (by === doc.ownerId) return '本人'
  return by === 'system' ? '系统' : '工作人员'
}

/** Newest first; the words are the machine's. */
export const timelineOf = (doc: WorkerDoc, reader: Actor): InferOutput<typeof TimelineRow>[] =>
  [...doc.events].reverse().map((event) => {
    const note = sealedValue(doc._id, event, 'reason')
    return {
      text: saysOf(workerMachine, event.action),
      at: event.at,
      by: whoMoved(doc, event, reader),
      ...(note ? { note } : {}),
    }
  })

const rejectedBecause = (doc: WorkerDoc): string | undefined => {
  const event = doc.events.at(-1)
  return event && stateRow(workerMachine, doc.state).tone === 'stop' ? sealedValue(doc._id, event, 'reason') : undefined
}

/** What both the card and a row of the roster show. */
const shared = (doc: WorkerDoc, actor: Actor) => {
  if (!isState(doc.state)) throw new Error(`no state ${doc.state}`)
  const { label, tone } = stateRow(workerMachine, doc.state)
  const { name, phone, document } = masked('workers', doc)
  return {
    id: doc._id,
    version: doc.version,
    state: doc.state,
    stateLabel: label,
    tone,
    maskedName: name,
    maskedPhone: phone,
    maskedNumber: document.number,
    isMinor: doc.isMinor,
    can: can(doc, actor),
  }
}

export const cardOf = (doc: WorkerDoc, site: Site, actor: Actor, now: Date): WorkerCard => {
  const { next, tone } = stateRow(workerMachine, doc.state)
  const because = rejectedBecause(doc)
  const facts = { ...doc.stay, isVerified: tone === 'ok' }
  return {
    ...shared(doc, actor),
    next: {
      text: next.replace('{by}', doc.dueAt ? sayDay(onOf(doc.dueAt), now) : '尽快'),
      isLate: doc.isLate,
      ...(doc.dueAt ? { dueAt: doc.dueAt } : {}),
      ...(doc.isDueProvisional ? { isProvisional: true } : {}),
    },
    ...(because ? { rejectedBecause: because } : {}),
    documentKind: doc.document.kind,
    homeProvince: doc.homeProvince,
    stay: doc.stay,
    memberCode: `m=${keyOf('member', doc._id).slice(0, 16).toUpperCase()}`,
    site: siteLine(site),
    entitlements: entitlementsFor(facts, onOf(now)),
    timeline: timelineOf(doc, actor),
  }
}

export const rosterRowOf = (doc: WorkerDoc, actor: Actor): RosterRow => ({
  ...shared(doc, actor),
  siteId: doc.siteId,
  residence: doc.stay.residence,
  trade: doc.stay.trade,
  exposure: doc.stay.exposure,
  stay: doc.stay.stay,
  isLate: doc.isLate,
  createdAt: doc.createdAt,
  ...(doc.dueAt ? { dueAt: doc.dueAt } : {}),
})
