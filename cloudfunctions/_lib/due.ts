/** What falls due on a case by itself: done by the clock, or by whoever opens it first. */
import { AppError } from '../../domain/kernel/errors'
import { type ActionOf, actionNames, dueAction, type Machine, system } from '../../domain/kernel/machine'
import { type Besides, type CaseName, move } from './cases'
import { type DocOf, get } from './cloud'

type Falling = { state: string; version: number; dueAt?: string | undefined; wakeAt?: string | undefined }

export type Due<N extends CaseName> = {
  /** Throws CONFLICT when somebody moved it meanwhile. */
  run(doc: DocOf<N> & Falling, now: Date): Promise<DocOf<N>>
  /** The case as it stands now, should the clock have fallen behind. */
  upToDate(doc: DocOf<N> & Falling, now: Date): Promise<DocOf<N>>
}

const isAction = <M extends Machine>(machine: M, action: string): action is ActionOf<M> =>
  actionNames(machine).some((name) => name === action)

/** `change` is what the move sets beside the state; `after` is what follows from it: people told, goods given back. */
export const dueOf = <N extends CaseName, M extends Machine>(
  name: N,
  machine: M,
  change: (doc: DocOf<N>, action: ActionOf<M>, now: Date) => Besides<N>,
  after: (doc: DocOf<N>, now: Date) => Promise<unknown>,
): Due<N> => {
  const run = async (doc: DocOf<N> & Falling, now: Date): Promise<DocOf<N>> => {
    const action = dueAction(machine, doc, now)
    if (action === undefined || !isAction(machine, action)) return doc
    const asked = { id: doc._id, action, version: undefined, form: {}, doc, change: () => change(doc, action, now) }
    const moved = await move(name, machine, asked, { actor: system, now, requestId: `due-${doc.version}` })
    await after(moved.doc, now)
    return moved.doc
  }
  return {
    run,
    upToDate: async (doc, now) => {
      try {
        return await run(doc, now)
      } catch (error) {
        if (!(error instanceof AppError && error.code === 'CONFLICT')) throw error
        return (await get(name, doc._id)) ?? doc
      }
    },
  }
}
