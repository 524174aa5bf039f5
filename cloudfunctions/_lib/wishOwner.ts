/** Somebody comes with a new WeChat account: their wishes, and what they said, come along. */
import { change, find } from './cloud'

const MOST = 200

/** Before their registration moves, so that whoever asks again after a crash finds all of it moved. */
export const giveWishesTo = async (workerId: string, ownerId: string): Promise<void> => {
  const { rows } = await find('wishes', { workerId }, { limit: MOST })
  for (const { _id, ownerId: before } of rows) {
    if (before === undefined || before === ownerId) continue
    const { rows: said } = await find('postings', { subjectId: _id, ownerId: before }, { limit: MOST })
    for (const posting of said) await change('postings', posting._id, { ownerId: before }, { set: { ownerId } })
    await change('wishes', _id, { ownerId: before }, { set: { ownerId } })
  }
}
