/** One move of the machine, by the worker or by the desk; the machine's gate decides who may. */
import { AppError } from '../../domain/kernel/errors'
import { actionsFor, next } from '../../domain/kernel/machine'
import { workerMachine } from '../../domain/worker'
import { type Besides, isDone, move, type Stamp } from '../_lib/cases'
import { get } from '../_lib/cloud'
import { eraseWorker } from '../_lib/erasure'
import { tellOf } from '../_lib/workerNotices'
import type { WorkerDoc, WorkerHandler } from './handlers'
import { takeDocumentFor } from './settle'

type Input = Parameters<WorkerHandler<'act'>>[0]

/** The fields a move changes beside the state. */
const changeOf = (input: Input, doc: WorkerDoc): Besides<'workers'> => {
  switch (input.action) {
    case 'update':
      return { set: { stay: input.form } }
    case 'leave': {
      const { from, returnOn } = input.form
      const stay = from === 'city' ? 'leaving' : doc.stay.stay
      return { set: { stay: { ...doc.stay, stay, ...(returnOn ? { returnOn } : {}) } } }
    }
    default:
      return { set: { isLate: false } }
  }
}

const moveOn = async (input: Input, doc: WorkerDoc, stamp: Stamp): Promise<WorkerDoc> => {
  const { id, action, version, form } = input
  if (action === 'erase') return eraseWorker(doc, stamp, version)
  if (action === 'settle' && !isDone(doc.events, stamp)) {
    next(workerMachine, doc, action, stamp.actor)
    await takeDocumentFor(doc, stamp)
  }
  const change = () => changeOf(input, doc)
  return (await move('workers', workerMachine, { id, action, version, form, doc, change }, stamp)).doc
}

export const act: WorkerHandler<'act'> = async (input, context) => {
  const [{ actor }, doc] = await Promise.all([context.identified(), get('workers', input.id)])
  if (!doc) throw new AppError('NOT_FOUND')
  const moved = await moveOn(input, doc, { actor, now: context.now, requestId: input.requestId })
  await tellOf(moved, context.now)
  return { id: moved._id, version: moved.version, state: moved.state, can: actionsFor(workerMachine, moved, actor) }
}
