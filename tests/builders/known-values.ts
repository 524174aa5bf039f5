/** Every value of everybody in the day the town lives through: what must be readable nowhere. */
import { known, reasonWords, staffNames } from './story'
import { accountsKnown, claimerKnown, claimSaid, rosterKnown } from './story-claims'
import { donorKnown, leaverSaid, said } from './story-wishes'

export const people = Object.values(known)
export const values = people.flatMap(({ name, phone, number }) => [name, phone, number])
export const donors = Object.values(donorKnown)
export const donorValues = donors.flatMap(({ name, phone }) => [name, phone])
export const { shortly } = donorKnown
export const gone = [known.erased, known.leaver, claimerKnown.quitter]
export const ofTheErased = [
  ...gone.flatMap(({ name, phone, number }): string[] => [name, phone, number]),
  ...[leaverSaid, shortly.name, shortly.phone, accountsKnown.quitter],
]
/** Their own card they read whole in what they take along; at a desk it is anybody's. */
export const accounts = Object.values(accountsKnown)
export const onRosters = Object.values(rosterKnown)
export const written = [...Object.values(said), ...Object.values(claimSaid), reasonWords]
export const everyValue = [
  ...values,
  ...donorValues,
  ...Object.values(staffNames),
  ...written,
  ...accounts,
  ...onRosters,
]
