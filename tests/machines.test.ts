/** Who may do what in every state, as a table a person reviews. */
import { actionNames, actionsFor, canRead, type Machine, next, stateNames, stateRow } from '../domain/kernel/machine'
import { everyone, here, machines, OWNER } from './builders/actors'
import { outcomeOf } from './builders/walks'

/** One line for each state and person who may read it: what they may do, and where it leads. */
const tableOf = (machine: Machine): string => {
  const starts = Object.entries(machine.starts).map(([start, { to, by }]) => `${start} → ${to}: ${by.join(', ')}`)
  const states = stateNames(machine).flatMap((state) => {
    const subject = { state, ownerId: OWNER, ...here }
    const readers = everyone.filter(([, actor]) => canRead(machine, subject, actor))
    const lines = readers.map(([who, actor]) => {
      const ways = actionsFor(machine, subject, actor).map(
        (action) => `${action} → ${next(machine, subject, action, actor)}`,
      )
      return `  ${who.padEnd(24)}${ways.join(', ') || 'reads'}`
    })
    return ['', `${state} ${stateRow(machine, state).label}`, ...lines]
  })
  return [...starts, ...states].join('\n')
}

describe.each(Object.entries(machines))('the table of a %s', (_name, machine) => {
  test('lets each person do, in each state, what a reviewer has read here and nothing else', () => {
    expect(tableOf(machine)).toMatchSnapshot()
  })

  test('denies in one order: not there, not yours, not now', () => {
    for (const state of stateNames(machine))
      for (const [, actor] of everyone)
        for (const action of actionNames(machine)) {
          const subject = { state, ownerId: OWNER, ...here }
          const outcome = outcomeOf(() => next(machine, subject, action, actor))
          if (!canRead(machine, subject, actor)) expect([state, action, outcome]).toEqual([state, action, 'NOT_FOUND'])
          expect(actionsFor(machine, subject, actor).includes(action)).toBe(
            !['NOT_FOUND', 'FORBIDDEN', 'ACTION_NOT_ALLOWED'].includes(outcome),
          )
        }
  })
})
