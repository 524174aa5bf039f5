/** Somebody comes with a new WeChat account: their claims come along, what they answered of themselves, and what they objected to. */
import { answersIn } from '../../domain/claim'
import { change, command, find, getOpen, insert, remove } from './cloud'

const PAGE = 100

const giveClaims = async (workerId: string, before: string, ownerId: string): Promise<void> => {
  for (let after = ''; ; ) {
    const { rows, more } = await find(
      'claims',
      { workerId, _id: command.gt(after) },
      { order: [['_id', 'asc']], limit: PAGE },
    )
    for (const { _id } of rows) await change('claims', _id, { ownerId: before }, { set: { ownerId } })
    after = rows.at(-1)?._id ?? after
    if (!more) return
  }
}

/** Those given are out of the range. */
const giveObjections = async (before: string, ownerId: string): Promise<void> => {
  for (;;) {
    const { rows, more } = await find('objections', { ownerId: before }, { limit: PAGE })
    for (const { _id } of rows) await change('objections', _id, { ownerId: before }, { set: { ownerId } })
    if (!more) return
  }
}

/** What they said with the account they come with stands over what they said before. */
const giveAnswers = async (before: string, ownerId: string): Promise<void> => {
  const [old, own] = await Promise.all([getOpen('declared', before), getOpen('declared', ownerId)])
  if (!old) return
  if (own) {
    const said = JSON.stringify({ ...answersIn(old.said), ...answersIn(own.said) })
    await change('declared', ownerId, {}, { set: { said } })
  } else await insert('declared', { ...old, _id: ownerId })
  await remove('declared', before)
}

/** Before their registration moves, as their wishes: whoever asks again after a crash finds all of it moved. */
export const giveClaimsTo = async (workerId: string, before: string | undefined, ownerId: string): Promise<void> => {
  if (before === undefined || before === ownerId) return
  await giveClaims(workerId, before, ownerId)
  await giveObjections(before, ownerId)
  await giveAnswers(before, ownerId)
}
