/** Every check of a screen, run inside the page in one go. */
import { contrasts, fits, letters } from './reading'
import { keepsToItself, settles } from './rest'
import { pieces } from './seen'
import { tellsApart } from './states'
import { names, oneRedButton, sizes } from './touching'
import { words } from './words'

export type Looking = {
  /** 关怀模式: larger targets and letters. */
  readonly care: boolean
  /** At the desk a foreign word may stand. */
  readonly staff: boolean
}

export { coveredWhileTyping } from './typing'

export function complaintsOf({ care, staff }: Looking): string[] {
  const unrest = settles()
  const all = pieces()
  const found = [
    ...unrest,
    ...contrasts(all),
    ...fits(all),
    ...letters(all, care ? 18 : 13),
    ...sizes(care ? 60 : 44),
    ...names(),
    ...oneRedButton(),
    ...tellsApart(),
    ...words(all, staff),
    ...keepsToItself(),
    ...(all.length === 0 ? ['nothing is written on it'] : []),
  ]
  return [...new Set(found)]
}
