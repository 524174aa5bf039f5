/** The 18-digit number of GB 11643: address, birthday, sequence, check character; and the 15-digit one before it. */
import { isProvince, municipalities } from '../../kernel/places'
import { ageOn, type Day, isDay } from '../../kernel/time'

export type Mistake = 'empty' | 'length' | 'character' | 'area' | 'date' | 'checksum' | 'kind'
export type Refusal = { ok: false; mistake: Mistake; problem: string }

export function refuse(mistake: Mistake, problem: string): Refusal {
  return { ok: false, mistake, problem }
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checkCharacters = '10X98765432'

/** ISO 7064 MOD 11-2 over the first 17 digits; it catches every single wrong digit and every swap of neighbours. */
export function checkCharacter(body: string): string {
  const total = weights.reduce((sum, weight, index) => sum + weight * Number(body[index]), 0)
  return checkCharacters[total % 11] ?? ''
}

/** '身份证号差一位，您输了 17 位' */
export function lengthProblem(name: string, wanted: number, got: number): string {
  if (got === wanted - 1) return `${name}差一位，您输了 ${got} 位`
  if (got === wanted + 1) return `${name}多一位，您输了 ${got} 位`
  return `${name}是 ${wanted} 位，您输了 ${got} 位`
}

/** The first character that cannot stand where it stands, by its place. */
export function characterProblem(number: string): string | undefined {
  const index = Array.from(number).findIndex((point, at) => !/[0-9]/.test(point) && !(point === 'X' && at === 17))
  if (index < 0) return undefined
  const point = Array.from(number)[index]
  return point === 'X' ? `X 只在最后一位，您输在第 ${index + 1} 位` : `第 ${index + 1} 位“${point}”不是数字，再看一眼`
}

const oldest = 120

export function birthProblem(digits: string, today: Day): string | undefined {
  const born = birthdayIn(digits)
  if (!born) return '中间的出生日期没有这一天，再看一眼'
  if (born > today) return '中间的出生日期还没到，再看一眼'
  return ageOn(born, today) > oldest ? '中间的出生年份太早了，再看一眼' : undefined
}

/** '19900307' to a day. */
export function birthdayIn(digits: string): Day | undefined {
  const text = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`
  return isDay(text) ? text : undefined
}

/**
 * Abolished codes live on in real cards, so a code we do not know is no reason to refuse: only what no edition of GB/T
 * 2260 could hold is. The province must be one of the standard, and under a municipality the next two digits have only
 * ever been 01 (districts), 02 (counties), 03 (Chongqing's cities) or 00 and 90; elsewhere they are not judged. So 440401,
 * 140120, 362324, 411082, and Hainan's old 4600xx pass, and 111111 does not.
 */
export function isPossibleArea(area: string): boolean {
  const [province, next] = [area.slice(0, 2), area.slice(2, 4)]
  if (!isProvince(province)) return false
  return !municipalities.includes(province) || ['00', '01', '02', '03', '90'].includes(next)
}

/** The 18 digits of a first-generation number: the century and the check character were added in 1999. */
export function fromLegacy(number: string): string {
  const body = `${number.slice(0, 6)}19${number.slice(6)}`
  return body + checkCharacter(body)
}
