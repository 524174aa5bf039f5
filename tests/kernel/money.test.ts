import fc from 'fast-check'
import * as v from 'valibot'
import {
  Fen,
  fen,
  figures,
  minus,
  noMoney,
  parseYuan,
  portion,
  sayYuanAloud,
  share,
  sum,
  yuan,
} from '../../domain/kernel/money'
import '../property'

const anAmount = fc.integer({ min: 0, max: 1_000_000_000_00 }).map(fen)

describe('an amount', () => {
  test.each([0.5, -1, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('%d is refused', (amount) => {
    expect(v.safeParse(Fen, amount).success).toBe(false)
    expect(() => fen(amount)).toThrow()
  })

  test('text is refused', () => {
    expect(v.safeParse(Fen, '100').success).toBe(false)
  })

  test('nobody can be left owing', () => {
    expect(minus(fen(300), fen(300))).toBe(0)
    expect(() => minus(fen(300), fen(301))).toThrow()
  })
})

describe('shares', () => {
  test('a fen left over goes to the largest remainder, the earlier part first', () => {
    expect(share(fen(100), [1, 1, 1])).toEqual([34, 33, 33])
    expect(share(fen(10), [1, 2, 0])).toEqual([3, 7, 0])
    expect(share(fen(1), [1, 3])).toEqual([0, 1])
    expect(share(noMoney, [2, 5])).toEqual([0, 0])
  })

  test('without a weight, or with a broken one, nothing is split', () => {
    for (const weights of [[], [0, 0], [1, -1], [0.5, 0.5]]) expect(() => share(fen(100), weights)).toThrow(RangeError)
  })

  test('always add up, are whole, and are never a fen away from the exact part', () => {
    const weights = fc
      .array(fc.integer({ min: 0, max: 100_000 }), { minLength: 1, maxLength: 40 })
      .filter((all) => all.some((weight) => weight > 0))
    fc.assert(
      fc.property(anAmount, weights, (total, all) => {
        const parts = share(total, all)
        const whole = all.reduce((a, b) => a + b, 0)
        expect(sum(parts)).toBe(total)
        parts.forEach((part, index) => {
          expect(v.is(Fen, part)).toBe(true)
          const exact = (BigInt(total) * BigInt(all[index] ?? 0)) / BigInt(whole)
          expect(BigInt(part) - exact === 0n || BigInt(part) - exact === 1n).toBe(true)
        })
      }),
    )
  })

  test('who weighs more never gets less', () => {
    fc.assert(
      fc.property(anAmount, fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 1, max: 9999 }), (total, a, b) => {
        const [first = noMoney, second = noMoney] = share(total, [a, b])
        return a === b || first > second === a > b || first === second
      }),
    )
  })
})

describe('a part of an amount is rounded once, at the end', () => {
  const monthly = [600_000, 248_000].map(fen)
  test.each([
    ['a day', 100, 2175, [27586, 11402]],
    ['an hour', 100, 2175 * 8, [3448, 1425]],
    ['a day at 300 percent', 300, 2175, [82759, 34207]],
    ['a day at 200 percent', 200, 2175, [55172, 22805]],
    ['an hour at 150 percent', 150, 2175 * 8, [5172, 2138]],
    ['the seven days of 2021', 3 * 300 + 4 * 200, 2175, [468966, 193839]],
  ])('%s of 6,000 and of 2,480 a month', (_, numerator, denominator, expected) => {
    expect(monthly.map((amount) => portion(amount, numerator, denominator))).toEqual(expected)
  })

  test('agrees with exact arithmetic, half a fen going up', () => {
    fc.assert(
      fc.property(anAmount, fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 1, max: 40_000 }), (amount, n, d) => {
        const exact = (BigInt(amount) * BigInt(n) * 2n + BigInt(d)) / (2n * BigInt(d))
        expect(BigInt(portion(amount, n, d))).toBe(exact)
      }),
    )
  })

  test('what cannot be counted exactly is refused, not guessed', () => {
    expect(() => portion(fen(2 ** 52), 4, 1)).toThrow()
    expect(() => portion(fen(1), 1, 0)).toThrow(RangeError)
    expect(() => portion(fen(1), 0.5, 1)).toThrow(RangeError)
  })
})

describe('words', () => {
  test.each([
    [0, '0 元', '零元'],
    [1, '0.01 元', '一分'],
    [50, '0.50 元', '五角'],
    [5050, '50.50 元', '五十元五角'],
    [1000, '10 元', '十元'],
    [1_860_000, '18,600 元', '一万八千六百元'],
    [1_860_050, '18,600.50 元', '一万八千六百元五角'],
    [1_860_005, '18,600.05 元', '一万八千六百元零五分'],
    [100_500, '1,005 元', '一千零五元'],
    [1_005_000, '10,050 元', '一万零五十元'],
    [10_000_100, '100,001 元', '十万零一元'],
    [11_000_000, '110,000 元', '十一万元'],
    [10_101_000, '101,010 元', '十万一千零一十元'],
    [100_000_000_00, '100,000,000 元', '一亿元'],
    [100_010_000_00, '100,010,000 元', '一亿零一万元'],
    [120_000_003_00, '120,000,003 元', '一亿二千万零三元'],
  ])('%i fen read %s, aloud %s', (amount, shown, aloud) => {
    expect(yuan(fen(amount))).toBe(shown)
    expect(sayYuanAloud(fen(amount))).toBe(aloud)
  })

  test.each([
    ['18,600', 1_860_000],
    ['50.5', 5050],
    ['１２元', 1200],
    [' ￥ 1 000.05 ', 100_005],
    ['3.', 300],
    ['0.29', 29],
    ['', undefined],
    ['1.005', undefined],
    ['-5', undefined],
    ['5e3', undefined],
    ['一百', undefined],
  ])('typed %p is %p fen', (text, amount) => {
    expect(parseYuan(text)).toBe(amount)
  })

  test('what is shown can be typed back', () => {
    fc.assert(
      fc.property(anAmount, (amount) => parseYuan(yuan(amount)) === amount && parseYuan(figures(amount)) === amount),
    )
  })

  test('two amounts never sound the same', () => {
    const heard = new Map<string, number>()
    fc.assert(
      fc.property(anAmount, (amount) => {
        const aloud = sayYuanAloud(amount)
        const before = heard.get(aloud) ?? amount
        heard.set(aloud, amount)
        return before === amount
      }),
    )
  })
})
