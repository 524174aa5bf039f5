/** A wish as the union and the station see it: the worker masked, the donor as the union knows them. */
import { stateRow } from '../../domain/kernel/machine'
import type { Actor } from '../../domain/kernel/roles'
import { type DeskWish, wishMachine } from '../../domain/wish'
import { command, type DocOf, find, masked, opened } from '../_lib/cloud'
import { stateOf } from '../_lib/wishMove'
import type { Wish } from './handlers'
import { canDo, stationLine } from './show'

/** The masked names of their workers, in one read. */
export const workersOf = async (wishes: readonly Wish[]): Promise<Map<string, DocOf<'workers'>>> => {
  const ids = [...new Set(wishes.map(({ workerId }) => workerId))]
  const { rows } = ids.length ? await find('workers', { _id: command.in(ids) }, { limit: ids.length }) : { rows: [] }
  return new Map(rows.map((worker) => [worker._id, worker]))
}

const nameOf = (worker: DocOf<'workers'> | undefined): string =>
  worker?.name === undefined ? '删了登记' : masked('workers', worker).name

export const deskWish = (wish: Wish, worker: DocOf<'workers'> | undefined, actor: Actor, now: Date): DeskWish => {
  const { label, tone } = stateRow(wishMachine, wish.state)
  return {
    id: wish._id,
    version: wish.version,
    kind: wish.kind,
    detail: wish.detail,
    story: opened('wishes', wish).story,
    valueCapFen: wish.valueCapFen,
    state: stateOf(wish),
    stateLabel: label,
    tone,
    ...(wish.dueAt ? { dueAt: wish.dueAt } : {}),
    isLate: wish.isLate,
    maskedName: nameOf(worker),
    siteId: wish.siteId,
    isTextChecked: wish.isTextShown,
    ...(wish.postingId ? { postingId: wish.postingId } : {}),
    station: stationLine(wish.station),
    createdAt: wish.createdAt,
    can: canDo(wish, actor, now),
  }
}

export const deskPage = async (page: { rows: Wish[]; more: boolean }, actor: Actor, now: Date) => {
  const workers = await workersOf(page.rows)
  const last = page.rows.at(-1)
  return {
    rows: page.rows.map((wish) => deskWish(wish, workers.get(wish.workerId), actor, now)),
    ...(page.more && last ? { next: last.listKey } : {}),
  }
}
