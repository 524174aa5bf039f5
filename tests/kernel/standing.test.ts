/** Who stands where: by a name on the subject, by a role over its own place or over the desk that decides, and whose turn it is. */
import { roleBox } from '../../cloudfunctions/_lib/outbox'
import { AppError } from '../../domain/kernel/errors'
import {
  actionsFor,
  defineMachine,
  namedOn,
  next,
  placeOver,
  roleOf,
  type Subject,
  type Who,
} from '../../domain/kernel/machine'
import { clashOf, invites, levels, type Place, placeField, type Role } from '../../domain/kernel/roles'
import { nothing } from '../../domain/kernel/schema'
import { stands } from '../../domain/kernel/standing'
import { anActor, here } from '../builders/actors'

const step = { from: ['returned'], to: 'submitted', form: nothing, says: '补上了' } as const
const machine = defineMachine({
  readBy: ['owner', 'employerOfficer'],
  starts: {},
  states: {
    submitted: { label: '等人看', tone: 'wait', next: '' },
    returned: { label: '退回来了', tone: 'wait', next: '' },
  },
  actions: {
    answer: { ...step, label: '补上', by: ['owner'], awaits: ['worker', 'both'] },
    vouch: { ...step, label: '作证', by: ['employerOfficer'], awaits: ['employer', 'both'] },
    withdraw: { ...step, label: '不要了', by: ['owner'] },
  },
})

const owner = anActor('person-owner')
const employer = anActor('person-employer', ['employerOfficer', 'org'])
const returned = (awaits?: string): Subject => ({ state: 'returned', ownerId: owner.personId, ...here, awaits })

const codeOf = (act: () => unknown): string => {
  try {
    act()
    return 'done'
  } catch (error) {
    return error instanceof AppError ? error.code : String(error)
  }
}

describe('a row that names whose turn it is', () => {
  test('is shut while it is nobody’s turn, or another’s: not now, as in a wrong state', () => {
    for (const awaits of [undefined, 'employer', 'somebody'])
      expect(codeOf(() => next(machine, returned(awaits), 'answer', owner))).toBe('ACTION_NOT_ALLOWED')
    expect(codeOf(() => next(machine, returned('worker'), 'vouch', employer))).toBe('ACTION_NOT_ALLOWED')
  })

  test('denies those who may never do it first, and opens nothing in a wrong state', () => {
    expect(codeOf(() => next(machine, returned('employer'), 'answer', employer))).toBe('FORBIDDEN')
    expect(codeOf(() => next(machine, returned('worker'), 'answer', anActor('person-nobody')))).toBe('NOT_FOUND')
    const submitted = { ...returned('worker'), state: 'submitted' }
    expect(codeOf(() => next(machine, submitted, 'answer', owner))).toBe('ACTION_NOT_ALLOWED')
  })

  test('is open to each in their turn, and the buttons say the same', () => {
    expect(next(machine, returned('worker'), 'answer', owner)).toBe('submitted')
    const buttons = (awaits?: string) => [owner, employer].map((actor) => actionsFor(machine, returned(awaits), actor))
    expect(buttons()).toEqual([['withdraw'], []])
    expect(buttons('worker')).toEqual([['answer', 'withdraw'], []])
    expect(buttons('employer')).toEqual([['withdraw'], ['vouch']])
    expect(buttons('both')).toEqual([['answer', 'withdraw'], ['vouch']])
  })
})

describe('a desk', () => {
  const seats = [
    ['claimReviewer', 'reviewer'],
    ['claimSigner', 'countersigner'],
    ['claimCashier', 'cashier'],
    ['claimUnion', 'unionOfficer'],
    ['claimEmployer', 'employerOfficer'],
    ['claimBureau', 'bureauOfficer'],
  ] as const satisfies readonly (readonly [Who, Role])[]
  const elsewhere: Place = { cityId: 'c2', districtId: 'd2', streetId: 's2', siteId: 'site2', orgId: 'org2' }

  test.each(seats)('%s is held by a %s over the desk and not over the subject’s own place', (seat, role) => {
    expect(roleOf(seat)).toMatchObject({ role, over: 'desk' })
    for (const level of levels) {
      const actor = anActor('person', [role, level])
      expect(stands(seat, { state: 's', ...here }, actor)).toBe(false)
      expect(stands(seat, { state: 's', ...here, desk: elsewhere }, actor)).toBe(false)
      expect(
        stands(seat, { state: 's', ...elsewhere, desk: { [placeField[level]]: here[placeField[level]] } }, actor),
      ).toBe(true)
    }
  })

  test('says where its people are told, as a station does', () => {
    expect(placeOver('desk', { ...here, desk: elsewhere })).toBe(elsewhere)
    expect(placeOver('desk', here)).toEqual({})
    expect(placeOver('place', here)).toBe(here)
    expect(roleBox('reviewer', placeOver('desk', { desk: here }).cityId ?? '')).toBe(`reviewer@${here.cityId}`)
  })
})

test('a claim names who wrote, reviewed, signed and paid it', () => {
  const people = { writtenBy: 'w', reviewedBy: 'r', signedBy: 's', paidBy: 'p' }
  const named = (['author', 'examiner', 'signer', 'payer'] as const).map((who) => namedOn(who, people))
  expect(named).toEqual(['w', 'r', 's', 'p'])
  expect(stands('examiner', { state: 's', ...people }, anActor('r'))).toBe(true)
  expect(stands('signer', { state: 's', ...people }, anActor('r'))).toBe(false)
})

test('the bureau’s officer comes from the city’s admin, and neither pays nor watches over what they issue', () => {
  expect(invites.bureauOfficer).toEqual({ by: ['cityAdmin'], levels: ['city', 'district'] })
  expect(clashOf(['cashier'], 'bureauOfficer')).toBe('cashier')
  expect(clashOf(['bureauOfficer'], 'supervisor')).toBe('bureauOfficer')
  expect(clashOf(['bureauOfficer'], 'reviewer')).toBeUndefined()
})
