/** Claims and the people round them where no function makes them: each names a desk, an owner and an author. */
import { newBooks, type Terms } from '../../../domain/claim/books'
import { fen } from '../../../domain/kernel/money'
import type { Actor } from '../../../domain/kernel/roles'
import { anActor, here, OWNER } from '../../builders/actors'

const at = '2021-02-01T02:00:00.000Z'

export const aClaim = (_id: string, programmeId: string, amountFen = fen(10_000), people = 1) => ({
  _id,
  ...here,
  desk: here,
  programmeId,
  edition: 1,
  period: 'once',
  benefit: 'phone' as const,
  claimant: 'worker' as const,
  title: '通讯费',
  ownerId: OWNER,
  writtenBy: 'person-author',
  workerId: 'worker',
  personKey: _id,
  amountFen,
  people,
  evidence: [],
  isClear: true,
  queue: 'review' as const,
  dueKey: `9~${_id}`,
  isLate: false,
  isListed: false,
  receiptNo: _id,
  createdAt: at,
  listKey: `${at}~${_id}`,
})

export const theBooks = (programmeId: string, terms: Terms) => newBooks(programmeId, terms)

export const claimPeople = {
  owner: anActor(OWNER),
  reviewer: anActor('person-reviewer', ['reviewer', 'district']),
  second: anActor('person-second', ['reviewer', 'district']),
  signer: anActor('person-signer', ['countersigner', 'district']),
  cashier: anActor('person-cashier', ['cashier', 'district']),
} as const satisfies Record<string, Actor>
