/** The question a roster is opened with: from the address, else as it was left, else the first place held. */
import { type Level, levels } from '../../../domain/kernel/roles'
import type { Place, StateName } from '../parts/access'
import { textOf } from '../parts/routes'
import { type Question, shelfNow } from './shelf'

export type Params = Readonly<Partial<Record<string, string>>>

const isLevel = (text: string): text is Level => levels.some((level) => level === text)

const placeIn = ({ level, id, name }: Params): Place | undefined => {
  const known = textOf(level)
  return isLevel(known) && id ? { scope: { level: known, id: textOf(id) }, name: textOf(name) } : undefined
}

export const startOf = (params: Params, held: readonly Place[], states: readonly StateName[]): Question | undefined => {
  const place = placeIn(params)
  const asked = textOf(params.state)
  const state = states.find((name) => name === asked)
  if (place) return { place, filter: state ? { state } : {} }
  return shelfNow()?.question ?? (held[0] && { place: held[0], filter: {} })
}
