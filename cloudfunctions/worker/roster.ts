/** The registrations of a scope, masked, newest first: one wait, since the page is read beside the reader's roles and thrown away without them. */
import { AppError } from '../../domain/kernel/errors'
import { canRead } from '../../domain/kernel/machine'
import { type Actor, covers, placeField, type Scope } from '../../domain/kernel/roles'
import { workerMachine } from '../../domain/worker'
import { command, type Filter, find } from '../_lib/cloud'
import { behind, nextOf } from '../_lib/lists'
import { type Located, locate } from '../_lib/scopes'
import { rosterRowOf } from './card'
import { nameKeyOf, tailKeyOf } from './fields'
import type { WorkerHandler } from './handlers'

type Input = Parameters<WorkerHandler<'roster'>>[0]

const PAGE = 20
/** A search compares one hash for each site; wider than this it is no search for a person. */
const MAX_SITES = 200

/** Whoever reads registrations anywhere over the scope may list it. */
export const mayList = (actor: Actor, located: Located | undefined): boolean =>
  located !== undefined &&
  actor.grants.some(
    ({ role, scope }) => workerMachine.readBy.some((who) => who === role) && covers(scope, located.place),
  )

const filterOf = ({ stay, residence, exposure, ...rest }: NonNullable<Input['filter']>): Filter => ({
  ...rest,
  ...(stay ? { 'stay.stay': stay } : {}),
  ...(residence ? { 'stay.residence': residence } : {}),
  ...(exposure ? { 'stay.exposure': exposure } : {}),
})

const sitesIn = async ({ level, id }: Scope): Promise<string[]> => {
  if (level === 'site') return [id]
  const { rows, more } = await find('sites', { [placeField[level]]: id }, { limit: MAX_SITES })
  if (more) throw new AppError('SEARCH_TOO_WIDE')
  return rows.map(({ siteId }) => siteId)
}

/** Undefined where there is no site yet: nobody can be found there. */
const searchOf = async ({ scope, search }: Input): Promise<Filter | undefined> => {
  if (!search) return {}
  const siteIds = await sitesIn(scope)
  if (siteIds.length === 0) return undefined
  return search.by === 'name'
    ? { nameKey: command.in(siteIds.map((siteId) => nameKeyOf(siteId, search.name))) }
    : { tailKey: command.in(siteIds.map((siteId) => tailKeyOf(siteId, search.tail))) }
}

export const pageOf = async (input: Input, limit: number) => {
  const { scope, filter = {}, cursor } = input
  const search = await searchOf(input)
  if (!search) return { rows: [], more: false }
  const where = {
    [placeField[scope.level]]: scope.id,
    ...filterOf(filter),
    ...search,
    ...behind(cursor),
  }
  return find('workers', where, { order: [['listKey', 'desc']], limit })
}

export const roster: WorkerHandler<'roster'> = async (input, { identified }) => {
  const [{ actor }, located, found] = await Promise.all([identified(), locate(input.scope), pageOf(input, PAGE)])
  if (!mayList(actor, located)) throw new AppError('NOT_FOUND')
  const readable = found.rows.filter((doc) => canRead(workerMachine, doc, actor))
  return { rows: readable.map((doc) => rosterRowOf(doc, actor)), ...nextOf(found) }
}
