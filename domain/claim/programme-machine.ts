/** A programme's own table: written, tried, opened, changed only as a new edition, closed. */
import * as v from 'valibot'
import { defineMachine } from '../kernel/machine'
import { Fen } from '../kernel/money'
import { nothing, Reason } from '../kernel/schema'
import { reason } from './clocks'
import { ProgrammeDetails } from './programme'

/** Union, employer, bureau: each over its own place. */
export const issuers = ['unionOfficer', 'employerOfficer', 'bureauOfficer', 'cityAdmin'] as const
const watchers = ['reviewer', 'countersigner', 'cashier', 'supervisor'] as const

export const programmeMachine = defineMachine({
  readBy: [...issuers, ...watchers],
  starts: { write: { to: 'draft', by: issuers, says: '写了一个项目' } },
  states: {
    draft: { label: '还没开', tone: 'plain', next: '写全了、有出处了再开' },
    open: {
      label: '能领',
      tone: 'ok',
      next: '{by}截止',
      atDue: 'end',
      readBy: [...issuers, ...watchers, 'anyone'],
    },
    closed: { label: '截止了', tone: 'plain', next: '交了的接着办', readBy: [...issuers, ...watchers, 'anyone'] },
  },
  actions: {
    edit: {
      label: '改',
      from: ['draft'],
      to: 'same',
      by: issuers,
      form: v.strictObject({ details: ProgrammeDetails }),
      says: '改了草稿',
    },
    open: { label: '开始领', from: ['draft'], to: 'open', by: issuers, form: nothing, says: '开始领' },
    /** Claims judged before keep the edition they were judged by. */
    amend: {
      label: '改成新的一版',
      from: ['open'],
      to: 'same',
      by: issuers,
      form: v.strictObject({ details: ProgrammeDetails, why: Reason }),
      says: '改成了新的一版',
    },
    fund: {
      label: '加减预算',
      from: ['open', 'closed'],
      to: 'same',
      by: issuers,
      form: v.strictObject({ budgetFen: Fen, why: Reason }),
      says: '改了预算',
    },
    close: { label: '提前截止', from: ['open'], to: 'closed', by: issuers, form: reason, says: '提前截止了' },
    end: { label: '到日子', from: ['open'], to: 'closed', by: ['system'], form: nothing, says: '到日子截止了' },
  },
})
