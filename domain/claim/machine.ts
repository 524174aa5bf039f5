/** 补贴申领 as a table: from eligibility to money that came, with every way out and every clock. */
import { defineMachine } from '../kernel/machine'
import { toHandIn, toReview } from './clocks'
import { askingRows } from './rows-asking'
import { decidingRows } from './rows-deciding'
import { endRows } from './rows-end'
import { payingRows } from './rows-paying'
import { claimStates } from './states'

export { batchMachine } from './batch'
export { objectionMachine } from './objection'
export { programmeMachine } from './programme-machine'

export const claimMachine = defineMachine({
  readBy: [
    'owner',
    'rosterOfficer',
    'rosterKeeper',
    'claimReviewer',
    'claimSigner',
    'claimCashier',
    'supervisor',
    'cityAdmin',
  ],
  starts: {
    draft: { to: 'draft', by: ['anyone'], says: '开始填' },
    submit: { to: 'submitted', by: ['anyone'], due: toReview, says: '交了申领' },
    /** An employer's, which grows by its roster before it is handed in. */
    gather: { to: 'draft', by: ['employerOfficer', 'siteOfficer'], due: toHandIn, says: '开始传名册' },
  },
  states: claimStates,
  actions: { ...askingRows, ...decidingRows, ...payingRows, ...endRows },
})
