/** What the staff screens work out by themselves: who sees which door, what is late, what a search means. */
import { inBreaths, mistakeIn, tokenInScene, tokenTyped } from '../../src/desk/accept/token'
import { countsOf, firstToDo, queueWords } from '../../src/desk/home/counts'
import { doorsFor } from '../../src/desk/home/doors'
import { placesOf, rosterGrants, statesFor } from '../../src/desk/parts/access'
import { sayRowDue, waitsForDesk } from '../../src/desk/parts/due'
import { decisionsIn, needsReason } from '../../src/desk/person/decisions'
import { soughtIn } from '../../src/desk/roster/search'
import { aRow, grant, NOW } from './rows'

const doors = (...grants: Parameters<typeof doorsFor>[0][number][]) =>
  doorsFor(grants, false).map(({ screen }) => screen)

describe('the doors of the desk', () => {
  test('a site officer claims for a roster, registers for others and imports, but sees no list of colleagues', () => {
    expect(doors(grant('siteOfficer', 'site'))).toEqual(['roster-claim', 'roster', 'sites', 'register-for', 'import'])
  })
  test('a supervisor reads claims, money, objections, wishes, drives and roster, and opens nothing that changes them', () => {
    const seen = ['claims', 'batches', 'objections', 'wishes', 'drive', 'roster']
    expect(doors(grant('supervisor', 'city'))).toEqual(seen)
  })
  test('each of the three who decide over a claim sees the doors of their own part', () => {
    expect(doors(grant('reviewer', 'district'))).toEqual(['claims', 'objections'])
    expect(doors(grant('countersigner', 'district'))).toEqual(['claims'])
    expect(doors(grant('cashier', 'district'))).toEqual(['claims', 'batches'])
    expect(doors(grant('mediator', 'district'))).toEqual([])
  })
  test('a mediator has no roster', () => {
    expect(rosterGrants([grant('mediator', 'district')])).toEqual([])
  })
  test('inviting is offered only to whom the server lets invite', () => {
    const held = [grant('cityAdmin', 'city')]
    expect(doorsFor(held, true).map(({ screen }) => screen)).toContain('invite')
    expect(doorsFor(held, false).map(({ screen }) => screen)).not.toContain('invite')
  })
  test('two roles over one place are one place', () => {
    expect(placesOf([grant('siteOfficer', 'site'), grant('stationKeeper', 'site')])).toHaveLength(1)
  })
  test('a site never has a list of children that were stopped; an inspector has', () => {
    expect(statesFor([grant('siteOfficer', 'site')])).not.toContain('stopped')
    expect(statesFor([grant('inspector', 'city')])).toContain('stopped')
  })
})

describe('what waits', () => {
  test.each([
    [aRow({ dueAt: '2021-02-06T16:00:00.000Z', isLate: true }), '晚 2 天'],
    [aRow({ dueAt: '2021-02-09T15:59:59.999Z' }), '今天'],
    [aRow({ dueAt: '2021-02-10T15:59:59.999Z' }), '明天'],
    [aRow({ dueAt: '2021-02-19T15:59:59.999Z' }), '2 月 19 日（周五）前'],
    [aRow({}), undefined],
  ])('a row says by when in words', (row, words) => {
    expect(sayRowDue(row, NOW)).toBe(words)
  })
  test('what nobody here may move does not wait for this desk', () => {
    expect(waitsForDesk(aRow({ dueAt: '2021-02-09T15:59:59.999Z', can: [] }))).toBe(false)
  })
  test('a registration two roles see is counted once, and a late one is not also due today', () => {
    const late = aRow({ id: 'a', dueAt: '2021-02-06T16:00:00.000Z', isLate: true, can: ['verify'] })
    const today = aRow({ id: 'b', dueAt: '2021-02-09T15:59:59.999Z', can: ['verify'] })
    const queue = { place: placesOf([grant('siteOfficer', 'site')])[0], state: 'submitted', label: '等核实' } as const
    if (!queue.place) throw new Error('a grant is a place')
    const queues = [
      { ...queue, place: queue.place, rows: [today], hasMore: false },
      { ...queue, place: queue.place, rows: [late, today], hasMore: true },
    ]
    expect(countsOf(queues, NOW)).toEqual({ waiting: 2, late: 1, today: 1, hasMore: true })
    expect(firstToDo(queues, NOW)).toBe(queues[1])
    expect(queues.map((one) => queueWords(one, NOW))).toEqual(['1 份', '2 多份，晚了 1'])
  })
})

describe('a decision', () => {
  test('only what the server allows and the desk decides becomes a button, the yes last', () => {
    expect(decisionsIn({ can: ['verify', 'erase', 'reject'] })).toEqual(['reject', 'verify'])
    expect(decisionsIn({ can: [] })).toEqual([])
  })
  test('a no asks why, a yes does not', () => {
    const actions = ['reject', 'refuse', 'verify', 'settle'] as const
    expect(actions.filter(needsReason)).toEqual(['reject', 'refuse'])
  })
})

describe('a search', () => {
  test('is a whole name, or the last four signs, and nothing in between', () => {
    expect(soughtIn(' 张有福 ')).toEqual({ search: { by: 'name', name: '张有福' } })
    expect(soughtIn('001x')).toEqual({ search: { by: 'tail', tail: '001X' } })
    expect(soughtIn('')).toEqual({})
  })
  test('of three figures says what can be searched', () => {
    expect(soughtIn('123')).toEqual({ mistake: '只能查全名，或证件号最后 4 位' })
  })
})

describe('an invitation', () => {
  const token = '0123456789ABCDEFGHJK'
  test('is read from its scene, or as a hand types it', () => {
    expect(tokenInScene(`i=${token}`)).toBe(token)
    expect(tokenInScene('s=0123456789.AB.0')).toBeUndefined()
    expect(tokenTyped('o1234 56789 abcde fghjk')).toBe(token)
    expect(tokenTyped(inBreaths(token))).toBe(token)
  })
  test('typed too short says how many signs there were', () => {
    expect(mistakeIn('ABC')).toBe('邀请码是 20 位，您输了 3 位')
  })
})
