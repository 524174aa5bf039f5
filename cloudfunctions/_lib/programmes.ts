/** What follows from a programme's history, and its end when its day has come. */
import { programmeMachine } from '../../domain/claim'
import { change, type DocOf } from './cloud'
import { dueOf } from './due'
import { tellFrom } from './outbox'

export type Programme = DocOf<'programmes'>

/** Its books stay for whoever claimed; only nobody new is shown it. */
const followProgramme = async (doc: Programme, now: Date): Promise<void> => {
  const isOpen = programmeMachine.actions.end.from.some((from) => from === doc.state)
  if (!isOpen) await change('books', doc._id, {}, { set: { isOpen: false } })
  await tellFrom('programmes', programmeMachine, doc, async ({ details: { title } }) => ({ title }), now)
}

export const programmeDue = dueOf('programmes', programmeMachine, () => ({}), followProgramme)
export { followProgramme }
