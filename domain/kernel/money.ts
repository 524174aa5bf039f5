/** Money is whole fen from the wire to the database; yuan exist only in the words people read and type. */
import * as v from 'valibot'

export const Fen = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.brand('Fen'))
export type Fen = v.InferOutput<typeof Fen>

/** For literals and results of whole-number work; a fraction, a minus or an unsafe number throws. */
export function fen(amount: number): Fen {
  return v.parse(Fen, amount)
}

export const noMoney = fen(0)

export function sum(amounts: readonly Fen[]): Fen {
  return fen(amounts.reduce((total, amount) => total + amount, 0))
}

/** What is left; throws when more is taken than there is, since nobody owes through this product. */
export function minus(amount: Fen, taken: Fen): Fen {
  return fen(amount - taken)
}

/**
 * amount × numerator ÷ denominator, rounded half up to the fen, once, at the end: 6,000 a month is
 * portion(600000, 100, 2175) a day. The whole part is split off first, so no step leaves the safe integers.
 */
export function portion(amount: Fen, numerator: number, denominator: number): Fen {
  if (!Number.isSafeInteger(numerator) || numerator < 0) throw new RangeError(`not a numerator: ${numerator}`)
  if (!Number.isSafeInteger(denominator) || denominator <= 0) throw new RangeError(`not a denominator: ${denominator}`)
  const rest = exact((amount % denominator) * numerator)
  const whole = exact(Math.floor(amount / denominator) * numerator) + Math.floor(rest / denominator)
  const isRoundedUp = exact((rest % denominator) * 2) >= denominator
  return fen(isRoundedUp ? whole + 1 : whole)
}

function exact(product: number): number {
  if (!Number.isSafeInteger(product)) throw new RangeError('too large to count exactly')
  return product
}

/**
 * Splits a sum by weights so that the parts add up to it: each gets its whole fen, the fen left over go one each to the
 * largest remainders, the earlier part first. Without any weight nothing can be split.
 */
export function share(total: Fen, weights: readonly number[]): Fen[] {
  const all = weights.reduce((a, b) => a + b, 0)
  if (all <= 0 || weights.some((weight) => !Number.isSafeInteger(weight) || weight < 0)) {
    throw new RangeError('weights are whole numbers, not negative, not all zero')
  }
  const perWeight = Math.floor(total / all)
  const rest = total % all
  const parts = weights.map((weight, index) => {
    const scaled = exact(rest * weight)
    return { index, whole: exact(perWeight * weight) + Math.floor(scaled / all), remainder: scaled % all }
  })
  const over = total - parts.reduce((a, part) => a + part.whole, 0)
  const lucky = new Set([...parts].sort((a, b) => b.remainder - a.remainder || a.index - b.index).slice(0, over))
  return parts.map((part) => fen(lucky.has(part) ? part.whole + 1 : part.whole))
}

/** '18,600 元'; the fen show only when there are any: '18,600.50 元'. */
export function yuan(amount: Fen): string {
  return `${figures(amount)} 元`
}

/** The same without the unit, for tables whose heading names it. */
export function figures(amount: Fen): string {
  const whole = String(Math.floor(amount / 100)).replace(/\B(?=(\d{3})+$)/g, ',')
  const cents = amount % 100
  return cents === 0 ? whole : `${whole}.${String(cents).padStart(2, '0')}`
}

/** What a person typed into a yuan field: '18,600', '50.5', '１２元'. Undefined when it is no amount. */
export function parseYuan(text: string): Fen | undefined {
  const plain = text
    .replace(/[０-９．，]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\s,¥￥元]/g, '')
  const found = /^(\d{1,12})(?:\.(\d{0,2}))?$/.exec(plain)
  if (!found) return undefined
  return fen(Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0')))
}

const numerals = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九']
const places = ['', '十', '百', '千']
const groups = ['', '万', '亿', '万亿']

/** One group of four digits; `isInner` when a larger group stands before it, so that its gap is spoken as 零. */
function sayGroup(group: number, isInner: boolean): string {
  let words = ''
  let isGap = isInner && group < 1000
  for (let place = 3; place >= 0; place -= 1) {
    const digit = Math.floor(group / 10 ** place) % 10
    if (digit === 0) {
      isGap = isGap || words !== ''
    } else {
      words += `${isGap ? '零' : ''}${numerals[digit]}${places[place]}`
      isGap = false
    }
  }
  return words
}

function sayInteger(value: number): string {
  if (value === 0) return '零'
  let words = ''
  for (let power = groups.length - 1; power >= 0; power -= 1) {
    const group = Math.floor(value / 10000 ** power) % 10000
    if (group > 0) words += sayGroup(group, words !== '') + groups[power]
  }
  return words.replace(/^一十/, '十')
}

/** '一万八千六百元', '五十元五角' for screen readers, which read '18,600' as two numbers. */
export function sayYuanAloud(amount: Fen): string {
  const [whole, jiao, cents] = [Math.floor(amount / 100), Math.floor(amount / 10) % 10, amount % 10]
  if (jiao === 0 && cents === 0) return `${sayInteger(whole)}元`
  const small = `${jiao > 0 ? `${numerals[jiao]}角` : ''}${cents > 0 ? `${numerals[cents]}分` : ''}`
  if (whole === 0) return small
  return `${sayInteger(whole)}元${jiao === 0 ? '零' : ''}${small}`
}
