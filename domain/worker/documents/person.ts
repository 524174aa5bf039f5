/** The rules for a name and a phone number, each answering with the sentence a person reads, or nothing when it holds. */
import { nameCharacter, normaliseName, normaliseNumber } from './text'

const longestName = 30

export function nameProblem(text: string): string | undefined {
  const points = Array.from(normaliseName(text))
  if (points.length === 0) return '名字还没填'
  if (points.length > longestName) return `名字最多 ${longestName} 个字，您输了 ${points.length} 个`
  const odd = points.find((point) => !nameCharacter.test(point))
  if (odd !== undefined && /[0-9]/.test(odd)) return `名字里有数字“${odd}”，照证件上的写`
  if (odd !== undefined) return `名字里有“${odd}”，照证件上的写`
  if (/^·|·$/.test(points.join(''))) return '“·”要在名字中间'
  return points.some((point) => !/[·\s'’-]/.test(point)) ? undefined : '名字还没填'
}

/** A mainland mobile number without spaces and without +86. */
export function normalisePhone(text: string): string {
  return normaliseNumber(text)
    .replace(/[()+]/g, '')
    .replace(/^(?:00)?86(?=1\d{10}$)/, '')
}

export function phoneProblem(text: string): string | undefined {
  const phone = normalisePhone(text)
  if (phone === '') return '手机号还没填'
  const odd = Array.from(phone).find((point) => !/[0-9]/.test(point))
  if (odd !== undefined) return `手机号只有数字，您输了“${odd}”`
  if (phone.length !== 11) return `手机号是 11 位，您输了 ${phone.length} 位`
  return /^1[3-9]/.test(phone) ? undefined : '手机号的开头是 13 到 19'
}
