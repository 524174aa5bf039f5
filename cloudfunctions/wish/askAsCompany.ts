/** A company asks to hold more lamps: one that never lit any begins with that, whoever lit some goes on from there. */
import { donorMachine } from '../../domain/wish'
import { begin, move, type Stamp } from '../_lib/cases'
import { get } from '../_lib/cloud'
import { followDonor } from '../_lib/donors'
import { donorFields } from '../_lib/lights'
import { ensurePerson } from '../_lib/people'
import { mustFindDrive } from './eligible'
import type { Donor, Drive, WishHandler } from './handlers'
import { donorCard } from './show'

const asking = async (known: Donor | undefined, drive: Drive, company: string, stamp: Stamp): Promise<Donor> => {
  const first = known
    ? undefined
    : await begin('donors', donorMachine, 'ask', { ...donorFields(drive, stamp), company }, stamp)
  if (first?.isNew) return first.doc
  const donor = first?.doc ?? known
  const change = () => ({ set: { company } })
  const moved = { id: stamp.actor.personId, action: 'ask', version: undefined, form: { company }, change } as const
  return (await move('donors', donorMachine, donor ? { ...moved, doc: donor } : moved, stamp)).doc
}

export const askAsCompany: WishHandler<'askAsCompany'> = async (
  { driveId, company, requestId },
  { identified, personId, now },
) => {
  const [who, drive, known] = await Promise.all([identified(), mustFindDrive(driveId), get('donors', personId)])
  /** So that the answer reaches them. */
  await ensurePerson(who, now)
  const donor = await asking(known, drive, company, { actor: who.actor, now, requestId })
  await followDonor(donor, now)
  return { donor: donorCard(donor, who.actor, now) }
}
