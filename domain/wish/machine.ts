/** 点亮微心愿 as a table: from a worker's wish to the gift in their hands, with every way out and every clock. */
import { defineMachine } from '../kernel/machine'
import { toCheck } from './clocks'
import { endRows } from './rows-end'
import { giftRows } from './rows-gift'
import { lightRows } from './rows-light'
import { wordsRows } from './rows-words'
import { readers, wishStates } from './states'

export { donorMachine } from './donor'
export { driveMachine } from './drive'

export const wishMachine = defineMachine({
  readBy: readers,
  starts: {
    draft: { to: 'draft', by: ['anyone'], says: '开始写心愿' },
    make: { to: 'submitted', by: ['anyone'], due: toCheck, says: '许了心愿' },
    /** An outreach visitor writes it down; it goes nowhere before the worker says yes. */
    makeFor: {
      to: 'draft',
      by: ['unionOfficer', 'streetOfficer', 'siteOfficer'],
      tell: [{ template: 'wishWrittenForYou', to: 'owner' }],
      says: '别人帮着写了心愿，等本人同意',
    },
  },
  states: wishStates,
  actions: { ...wordsRows, ...lightRows, ...giftRows, ...endRows },
})
