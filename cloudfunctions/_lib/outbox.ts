/** Tells people what a case's history says they should hear: into the inbox first, then by WeChat where they allowed it. */
import { type Machine, namedOn, placeOver, roleOf, type Subject, type Tell } from '../../domain/kernel/machine'
import { fill, type TemplateName, templates } from '../../domain/kernel/notices'
import { cities } from '../../domain/kernel/places'
import { type Grant, type Level, placeField, type Role } from '../../domain/kernel/roles'
import { dueOn } from '../../domain/kernel/time'
import type { CaseName } from './cases'
import { apply, type DocOf, getOpen, insert, openapi } from './cloud'
import { keyOf } from './crypto'
import type { EventRow } from './history'
import { listKeyOf } from './lists'

/** `role@id` is the box of everybody who holds the role over that place. */
export const roleBox = (role: string, scopeId: string): string => `${role}@${scopeId}`

/** The nearest level at which a role's people look after a place. */
const deskLevel: Partial<Record<Role, Level>> = {
  siteOfficer: 'site',
  streetOfficer: 'street',
  unionOfficer: 'district',
  bureauOfficer: 'district',
  reviewer: 'district',
  countersigner: 'district',
  cashier: 'district',
  inspector: 'district',
  stationKeeper: 'site',
  cityAdmin: 'city',
}

const desksOf = (role: Role): Level => deskLevel[role] ?? 'city'

/** The boxes a grant opens: its own place's, or every district's of the city it spans. */
export const boxesOf = ({ role, scope }: Grant): string[] => {
  if (scope.level === desksOf(role) || scope.level === 'org') return [roleBox(role, scope.id)]
  const spansDistricts = scope.level === 'city' && desksOf(role) === 'district'
  return spansDistricts ? (cities[scope.id]?.districts ?? []).map(({ id }) => roleBox(role, id)) : []
}

const boxOf = ({ to }: Pick<Tell, 'to'>, doc: Partial<Subject>): string | undefined => {
  const held = roleOf(to)
  if (!held) return namedOn(to, doc)
  const over = placeOver(held.over, doc)
  /** A desk of an organisation's own stands in no district. */
  const place = over[placeField[desksOf(held.role)]] ?? (held.over === 'desk' ? over.orgId : undefined)
  return place && roleBox(held.role, place)
}

export type Fields = Readonly<Record<string, string>>

export type Notice = {
  readonly id: string
  readonly box: string
  readonly template: TemplateName
  readonly fields: Fields
}

export const storedNotice = ({ id, box, template, fields }: Notice, now: Date): DocOf<'notices'> => ({
  _id: id,
  box,
  template,
  fields: JSON.stringify(fields),
  at: now.toISOString(),
  listKey: listKeyOf(now.toISOString(), id),
})

export const isPersons = (box: string): boolean => !box.includes('@')

/** Puts one notice into a box; told twice, it stands there once. */
export const tell = async (
  id: string,
  box: string,
  template: TemplateName,
  fields: Fields,
  now: Date,
): Promise<void> => {
  const notice = { id, box, template, fields }
  const isNew = await insert('notices', storedNotice(notice, now))
  if (isNew && isPersons(box)) await push(await getOpen('people', box), notice)
}

/** WeChat's one-time message, one template for all of them (thing1 what, thing2 more): refused or spent, the inbox still has it. */
export const push = async (person: DocOf<'people'> | undefined, { template, fields }: Notice): Promise<void> => {
  const templateId = process.env.NUANHU_NOTICE_TEMPLATE
  if (!templateId || !person || person.refusedTemplates?.includes(templateId)) return
  const { title, text, page } = templates[template]
  const thing = (words: string) => ({ value: [...words].slice(0, 20).join('') })
  try {
    await openapi.subscribeMessage.send({
      touser: person.openid,
      templateId,
      page,
      data: { thing1: thing(title), thing2: thing(fill(text, fields)) },
    })
  } catch (error) {
    console.warn(
      JSON.stringify({ in: 'outbox', template, error: error instanceof Error ? error.message : String(error) }),
    )
  }
}

const tellsOf = (machine: Machine, { action }: EventRow): readonly Tell[] =>
  machine.actions[action]?.tell ?? machine.starts[action]?.tell ?? []

/** Somebody has moved it out of there since, and it may even have come back. */
const isOvertaken = (events: readonly EventRow[], event: EventRow): boolean =>
  events.slice(events.indexOf(event) + 1).some(({ to }) => to !== event.to)

/** Until when nobody is told of a move that can still be taken back; undefined once it was, or once its time is over. */
const heldBackUntil = (
  machine: Machine,
  event: EventRow,
  events: readonly EventRow[],
  now: Date,
): string | undefined => {
  const { tellAfter } = machine.actions[event.action] ?? {}
  if (!tellAfter || isOvertaken(events, event)) return undefined
  const { at } = dueOn(tellAfter, new Date(event.at))
  return at > now.toISOString() ? at : undefined
}

/** What a deed answers that has more to do than one call's time: the clock goes on with it. */
export const MORE = 'more'
/** What follows from a move beside telling: safe to repeat, named by the machine's row. */
export type Follow<N extends CaseName> = (deed: string, doc: DocOf<N>, event: EventRow) => Promise<unknown>
const noFollow = async (deed: string): Promise<never> => {
  throw new Error(`nobody does ${deed}`)
}

type Told = Partial<Subject> & { readonly _id: string; readonly events: readonly EventRow[] }

/** What these moves of a case tell, each to its box. */
export const noticesOf = async <D extends Told>(
  machine: Machine,
  doc: D,
  moves: readonly EventRow[],
  fieldsOf: (doc: D, event: EventRow) => Promise<Fields>,
  namedThen: (doc: D, event: EventRow) => Partial<Subject> = (stood) => stood,
): Promise<Notice[]> => {
  const notices = moves.flatMap((event) =>
    tellsOf(machine, event).map(async ({ template, onlyIfStill, ...row }) => {
      const box = onlyIfStill && isOvertaken(doc.events, event) ? undefined : boxOf(row, namedThen(doc, event))
      if (!box) return []
      const id = keyOf('notice', doc._id, event.requestId, template, box)
      return [{ id, box, template, fields: await fieldsOf(doc, event) }]
    }),
  )
  return (await Promise.all(notices)).flat()
}

/** Everything not yet told of one case; then the case says so. Safe to repeat, by the function and by the clock. */
export const tellFrom = async <N extends CaseName>(
  name: N,
  machine: Machine,
  doc: DocOf<N>,
  fieldsOf: (doc: DocOf<N>, event: EventRow) => Promise<Fields>,
  now: Date,
  follow: Follow<N> = noFollow,
  /** Whom the case named when it moved, where the move itself took the name away. */
  namedThen: (doc: DocOf<N>, event: EventRow) => Partial<Subject> = (stood) => stood,
): Promise<void> => {
  if (!doc.untoldSince) return
  const fresh = doc.events.slice(doc.toldThrough)
  let isUnfinished = false
  for (const event of fresh)
    for (const deed of machine.actions[event.action]?.follows ?? [])
      if ((await follow(deed, doc, event)) === MORE) isUnfinished = true
  const waiting = fresh.findIndex((event) => heldBackUntil(machine, event, doc.events, now) !== undefined)
  const toldNow = waiting < 0 ? fresh : fresh.slice(0, waiting)
  const next = fresh[waiting] && heldBackUntil(machine, fresh[waiting], doc.events, now)
  const notices = await noticesOf(machine, doc, toldNow, fieldsOf, namedThen)
  await Promise.all(notices.map(({ id, box, template, fields }) => tell(id, box, template, fields, now)))
  if (isUnfinished) {
    await apply(name, doc._id, { version: doc.version }, { set: { untoldSince: now.toISOString() } })
    return
  }
  await apply(
    name,
    doc._id,
    { version: doc.version },
    next
      ? { set: { toldThrough: doc.toldThrough + toldNow.length, untoldSince: next } }
      : { set: { toldThrough: doc.events.length }, unset: ['untoldSince'] },
  )
}
