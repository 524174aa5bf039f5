/** Who may do what in every state, as a table a person reviews. */
import { actionNames, actionsFor, canRead, type Machine, next, stateNames, stateRow } from '../domain/kernel/machine'
import { everyone } from './builders/actors'
import { type Cast, castOf, machines } from './builders/casts'
import { outcomeOf } from './builders/walks'

/** A minute after the state was entered: everything with a time of its own is open. */
const enteredAt = '2021-02-07T02:00:00.000Z'
const now = new Date('2021-02-07T02:01:00.000Z')
const muchLater = new Date('2021-03-07T02:00:00.000Z')

/** One line for each state and person who may read it: what they may do, and where it leads. */
const tableOf = (machine: Machine, { people, subject: standing }: Cast): string => {
  const width = people === everyone ? 24 : 32
  const starts = Object.entries(machine.starts).map(([start, { to, by }]) => `${start} → ${to}: ${by.join(', ')}`)
  const states = stateNames(machine).flatMap((state) => {
    const subject = { state, ...standing, enteredAt }
    const readers = people.filter(([, actor]) => canRead(machine, subject, actor))
    const lines = readers.map(([who, actor]) => {
      const ways = actionsFor(machine, subject, actor, now).map(
        (action) => `${action} → ${next(machine, subject, action, actor, now)}`,
      )
      return `  ${who.padEnd(width)}${ways.join(', ') || 'reads'}`
    })
    return ['', `${state} ${stateRow(machine, state).label}`, ...lines]
  })
  return [...starts, ...states].join('\n')
}

describe.each(Object.entries(machines))('the table of a %s', (name, machine) => {
  const cast = castOf(name)

  test('lets each person do, in each state, what a reviewer has read here and nothing else', () => {
    expect(tableOf(machine, cast)).toMatchSnapshot()
  })

  test('denies in one order: not there, not yours, not now', () => {
    const denials = ['NOT_FOUND', 'FORBIDDEN', 'ACTION_NOT_ALLOWED']
    const wrong: unknown[] = []
    for (const state of stateNames(machine))
      for (const [who, actor] of cast.people) {
        const subject = { state, ...cast.subject, enteredAt }
        const open: readonly string[] = actionsFor(machine, subject, actor, now)
        const isThere = canRead(machine, subject, actor)
        for (const action of actionNames(machine)) {
          const outcome = outcomeOf(() => next(machine, subject, action, actor, now))
          const isHidden = isThere || outcome === 'NOT_FOUND'
          if (!isHidden || open.includes(action) === denials.includes(outcome))
            wrong.push([state, who, action, outcome])
        }
      }
    expect(wrong).toEqual([])
  })

  test('shuts what has a time of its own once that is over', () => {
    const timed = actionNames(machine).filter((action) => machine.actions[action]?.within)
    for (const action of timed)
      for (const state of machine.actions[action]?.from ?? [])
        for (const [, actor] of cast.people) {
          const subject = { state, ...cast.subject, enteredAt }
          expect(actionsFor(machine, subject, actor, muchLater)).not.toContain(action)
          expect(actionsFor(machine, subject, actor)).not.toContain(action)
        }
  })
})
