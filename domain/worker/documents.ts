/** Reads an identity document's number as typed, and says in one sentence what is wrong with it when something is. */
import type { Day } from '../kernel/time'
import {
  birthdayIn,
  birthProblem,
  characterProblem,
  checkCharacter,
  fromLegacy,
  isPossibleArea,
  lengthProblem,
  type Refusal,
  refuse,
} from './documents/citizen'
import { type DocumentKind, documentKinds } from './documents/kinds'
import { normaliseNumber } from './documents/text'

export { ageOn } from '../kernel/time'
export type { Mistake } from './documents/citizen'
export { type DocumentKind, documentKinds } from './documents/kinds'
export { maskName, maskNumber, maskPhone } from './documents/masks'
export { nameProblem, normalisePhone, phoneProblem } from './documents/person'
export { normaliseName, normaliseNumber } from './documents/text'

export type ParsedDocument = {
  kind: DocumentKind
  /** Folded, upper case; a 15-digit resident number is raised to 18, so that one person has one number. */
  number: string
  bornOn?: Day
  sex?: 'male' | 'female'
  areaCode?: string
  /** True when 15 digits were typed: worth showing the 18 to the person. */
  isLegacy?: boolean
}
export type DocumentReading = { ok: true; value: ParsedDocument } | Refusal

export function isDocumentKind(text: string): text is DocumentKind {
  return Object.hasOwn(documentKinds, text)
}

export function parseDocument(kind: DocumentKind, text: string, today: Day): DocumentReading {
  const number = normaliseNumber(text)
  if (number === '') return refuse('empty', `${documentKinds[kind].numberName}还没填`)
  return readers[kind](number, today)
}

const readers: Record<DocumentKind, (number: string, today: Day) => DocumentReading> = {
  residentId: readResident,
  hkMoTwPermit: (number, today) => {
    const wrong = shapeProblem('hkMoTwPermit', number)
    if (wrong) return wrong
    if (/^8[123]0000/.test(number)) return readCitizen('hkMoTwPermit', number, today)
    return otherKind('hkMoTwPermit', number) ?? refuse('area', '开头 6 位应是 810000、820000 或 830000')
  },
  foreignPermanentResident: readForeigner,
  passport: (number) => {
    if (!/^[A-Z0-9]*$/.test(number)) return refuse('character', '护照号只有字母和数字')
    if (number.length >= 5 && number.length <= 17) return { ok: true, value: { kind: 'passport', number } }
    return refuse('length', `护照号是 5 到 17 位，您输了 ${number.length} 位`)
  },
  hkMoTravel: (number) => {
    if (!/^[HM]/.test(number)) return refuse('character', '回乡证号是 H 或 M 开头')
    if (/^[HM](\d{8}|\d{10}|[A-Z]\d{6,7})$/.test(number)) return { ok: true, value: { kind: 'hkMoTravel', number } }
    if (/^[HM][A-Z]?\d*$/.test(number))
      return refuse('length', `字母后面是 8 或 10 位数字，您输了 ${number.length - 1} 位`)
    return refuse('character', '回乡证号的字母只在开头，再看一眼')
  },
  twTravel: (number) => {
    if (!/^\d*$/.test(number)) return refuse('character', '台胞证号只有数字')
    if (number.length !== 8) return refuse('length', lengthProblem('台胞证号', 8, number.length))
    return { ok: true, value: { kind: 'twTravel', number } }
  },
}

/**
 * First-generation cards ran out long ago, but old rosters still carry their 15 digits. They are taken as a form and
 * raised to 18; having no check character they prove less, which `isLegacy` keeps visible.
 */
function readResident(number: string, today: Day): DocumentReading {
  if (/^\d{15}$/.test(number)) {
    const raised = readResident(fromLegacy(number), today)
    return raised.ok ? { ok: true, value: { ...raised.value, isLegacy: true } } : raised
  }
  const wrong = shapeProblem('residentId', number) ?? otherKind('residentId', number)
  if (wrong) return wrong
  if (!isPossibleArea(number.slice(0, 6))) return refuse('area', '开头 6 位没有这个地方，再看一眼')
  return readCitizen('residentId', number, today)
}

/** The 2023 card follows GB 11643 behind a leading 9; the older one is three letters of the country and 12 digits. */
function readForeigner(number: string, today: Day): DocumentReading {
  const kind = 'foreignPermanentResident'
  if (/^[A-Z]{3}\d{12}$/.test(number)) return { ok: true, value: { kind, number } }
  if (/^[A-Z]{3}/.test(number)) return refuse('length', '老卡是 3 个字母加 12 位数字，再数一遍')
  const wrong = shapeProblem(kind, number)
  if (wrong) return wrong
  if (!number.startsWith('9')) return otherKind(kind, number) ?? refuse('area', '新卡的号是 9 开头，再看一眼')
  const read = readCitizen(kind, number, today)
  return read.ok ? { ok: true, value: { kind, number, bornOn: read.value.bornOn } } : read
}

function shapeProblem(kind: DocumentKind, number: string): Refusal | undefined {
  const count = Array.from(number).length
  if (count !== 18) return refuse('length', lengthProblem(documentKinds[kind].numberName, 18, count))
  const odd = characterProblem(number)
  return odd === undefined ? undefined : refuse('character', odd)
}

/** Somebody who picked the wrong document is told which one the number belongs to. */
function otherKind(kind: DocumentKind, number: string): Refusal | undefined {
  const belongs = kindOfNumber(number)
  if (!belongs || belongs === kind) return undefined
  return refuse('kind', `这是${documentKinds[belongs].label}的号，证件换成它就行`)
}

function kindOfNumber(number: string): DocumentKind | undefined {
  if (number.startsWith('9')) return 'foreignPermanentResident'
  if (/^8[123]0000/.test(number)) return 'hkMoTwPermit'
  return /^[1-6]/.test(number) && isPossibleArea(number.slice(0, 6)) ? 'residentId' : undefined
}

function readCitizen(kind: DocumentKind, number: string, today: Day): DocumentReading {
  const birthday = number.slice(6, 14)
  const unborn = birthProblem(birthday, today)
  if (unborn !== undefined) return refuse('date', unborn)
  if (checkCharacter(number) !== number[17]) return refuse('checksum', '最后一位对不上，再看一眼')
  const sex = Number(number[16]) % 2 === 1 ? 'male' : 'female'
  return { ok: true, value: { kind, number, bornOn: birthdayIn(birthday), sex, areaCode: number.slice(0, 6) } }
}
