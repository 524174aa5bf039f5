/** The union says how many lamps a company may hold, or no. */
import { AppError } from '../../domain/kernel/errors'
import { actionsFor } from '../../domain/kernel/machine'
import { donorMachine, openLights } from '../../domain/wish'
import { type Besides, move } from '../_lib/cases'
import { get } from '../_lib/cloud'
import { followDonor } from '../_lib/donors'
import type { WishHandler } from './handlers'

type Input = Parameters<WishHandler<'actDonor'>>[0]

const changeOf = (input: Input): Besides<'donors'> => {
  switch (input.action) {
    case 'approve':
      return { set: { limit: input.form.limit } }
    case 'refuse':
      return { set: { limit: openLights }, unset: ['company'] }
  }
}

export const actDonor: WishHandler<'actDonor'> = async (input, { identified, now }) => {
  const [{ actor }, donor] = await Promise.all([identified(), get('donors', input.id)])
  if (!donor) throw new AppError('NOT_FOUND')
  const { id, action, version, form, requestId } = input
  const { doc } = await move(
    'donors',
    donorMachine,
    { id, action, version, form, doc: donor, change: () => changeOf(input) },
    { actor, now, requestId },
  )
  await followDonor(doc, now)
  return { id: doc._id, version: doc.version, state: doc.state, can: actionsFor(donorMachine, doc, actor, now) }
}
