/** What the desk of the claims works out by itself: which list comes first, what is late, which button is the way on, what is read after a no. */
import { wholeHash } from '../../src/desk/batch/hash'
import { deedsIn, kindOf, labelOf, previewOf } from '../../src/desk/claim/deeds'
import { clearIn } from '../../src/desk/claims/clear'
import { grouped, groupOf } from '../../src/desk/claims/groups'
import { chipOf, countIn, figuresOf, firstList, isWatching, listNamed, listsIn } from '../../src/desk/claims/lists'
import { aClaim, aLine, grant, NOW } from './rows'

const place = { scope: { level: 'district', id: 'here' }, name: '静安区' } as const

describe('the work lists', () => {
  const lines = [aLine('review', { waiting: 3 }), aLine('appeal', { waiting: 1, late: 1 })]

  test('of a reviewer are those the server shows, in the order they are worked through', () => {
    expect(listsIn([...lines].reverse(), [grant('reviewer', 'district')])).toEqual(['review', 'appeal'])
    expect(isWatching([grant('reviewer', 'district')])).toBe(false)
  })
  test('of whoever watches begin with what is late', () => {
    expect(listsIn(lines, [grant('supervisor', 'city')])).toEqual(['late', 'review', 'appeal'])
    expect(isWatching([grant('supervisor', 'city'), grant('cityAdmin', 'city')])).toBe(true)
  })
  test('open at the one with something late, else at the one that holds anything', () => {
    expect(firstList(['review', 'appeal'], lines, 1)).toBe('appeal')
    expect(firstList(['review', 'appeal'], [aLine('appeal', { waiting: 2 })], 0)).toBe('appeal')
    expect(firstList(['review', 'appeal'], [], 0)).toBe('review')
  })
  test('say in their chips how many wait and how many are late; beyond a hundred they say so', () => {
    expect(chipOf('appeal', lines, 0)).toEqual({ value: 'appeal', text: '要再评的 1，晚 1' })
    expect(chipOf('late', lines, 7)).toEqual({ value: 'late', text: '晚了的 7' })
    expect(countIn(aLine('review', { waiting: 100, hasMore: true }))).toBe('100 多')
    expect(figuresOf(lines)).toEqual({ waiting: '4', today: 0, late: 1 })
  })
  test('are named by an address only where there is one of that name', () => {
    expect([listNamed('late'), listNamed('pay'), listNamed('nonsense'), listNamed(undefined)]).toEqual([
      'late',
      'pay',
      undefined,
      undefined,
    ])
  })
})

describe('a list by day', () => {
  test.each([
    [aClaim({ dueAt: '2021-02-08T15:59:59.999Z' }), '晚了'],
    [aClaim({ dueAt: '2021-02-09T15:59:59.999Z' }), '今天'],
    [aClaim({ dueAt: '2021-02-10T15:59:59.999Z' }), '明天'],
    [aClaim({ dueAt: '2021-02-11T15:59:59.999Z' }), '以后'],
    [aClaim({}), '以后'],
  ])('puts a claim where it is due', (row, group) => {
    expect(groupOf(row, NOW)).toBe(group)
  })
  test('says nothing of a day on which nothing is due', () => {
    const rows = [aClaim({ id: 'a', isLate: true }), aClaim({ id: 'b', dueAt: '2021-02-10T15:59:59.999Z' })]
    expect(grouped(rows, NOW).map((one) => [one.group, one.rows.length])).toEqual([
      ['晚了', 1],
      ['明天', 1],
    ])
  })
})

describe('many at once', () => {
  const worklist = (rows: readonly ReturnType<typeof aClaim>[]) => ({ place, list: 'review' as const, rows })
  test('takes no claim that is marked, or that this desk may not agree to', () => {
    const rows = [aClaim({ id: 'marked', isClear: false }), aClaim({ id: 'own', can: [] }), aClaim({ id: 'clear' })]
    expect(clearIn(worklist(rows)).map(({ id }) => id)).toEqual(['clear'])
  })
  test('takes twenty and not one more', () => {
    const rows = Array.from({ length: 25 }, (_, at) => aClaim({ id: `claim-${at}` }))
    expect(clearIn(worklist(rows))).toHaveLength(20)
  })
})

describe('a decision over a claim', () => {
  test('only what the server allows and a person taps becomes a button, the yes last and filled', () => {
    const deeds = deedsIn(['take', 'strike', 'approve', 'refuse', 'return', 'batch', 'pay'])
    expect(deeds.map(labelOf)).toEqual(['退回改', '不行', '同意'])
    expect(deeds.map((deed) => kindOf(deed, deeds))).toEqual(['q', 'q', 'p'])
  })
  test('a no alone is never filled, nor are two answers that weigh the same', () => {
    expect([kindOf('recall', ['recall']), kindOf('quash', ['quash'])]).toEqual(['q', 'q'])
    const found = deedsIn(['found', 'bounceBack'])
    expect(found.map((deed) => kindOf(deed, found))).toEqual(['s', 's'])
  })
  test('is previewed as its claimant reads it, with the day until which they may mend or contest', () => {
    const row = aClaim({ title: '通讯费补贴' })
    expect(previewOf('return', row, NOW, ['合同照片', '银行卡'])('看不清')).toBe(
      '他会读到：申领要改一下。要改 2 处：合同照片、银行卡。通讯费补贴：看不清。3 月 1 日（周一）前改好再交。',
    )
    expect(previewOf('refuse', aClaim({ claimant: 'employer' }), NOW)('名册对不上')).toMatch(
      /^单位会读到：这份没同意。/,
    )
  })
})

test('a hash can be read aloud in fours', () => {
  expect(wholeHash('3f2a90bc11')).toBe('3f2a 90bc 11')
})
