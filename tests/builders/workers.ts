/** Made-up workers who register as people do: numbers no card was issued for, phones that ring nowhere. */
import type * as v from 'valibot'
import { bornYearsAgo, madeUpNumber } from '../../config/run/demo/documents'
import { onOf, toDay } from '../../domain/kernel/time'
import type { RegistrationDraft, workerApi } from '../../domain/worker'
import { checkCharacter } from '../../domain/worker/documents/citizen'
import { newRequest, type Phone, START, type Town } from './town'

export type Draft = v.InferInput<typeof RegistrationDraft>
export type GivenPerson = Draft['person']
export type Assisted = v.InferInput<(typeof workerApi)['endpoints']['registerFor']['input']>['person']

let made = 0
const next = (): number => {
  made += 1
  return made
}

/** Somebody who turned `age` five months before the town's first day. */
export const numberAged = (age: number): string => {
  const n = next()
  const province = (['34', '41', '32', '36', '37', '42', '43', '51'] as const)[Math.floor(n / 1000) % 8] ?? '34'
  return madeUpNumber(province, bornYearsAgo(age, onOf(START)), n % 1000)
}

const surnames = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨'
const givenNames = '招娣桂花铁柱秀兰建国海燕长根小满大勇春梅有福来顺'
const sign = (signs: string, at: number): string => Array.from(signs)[at % signs.length] ?? ''
/** After so many the signs come round again, and the last one goes on. */
const ROUND = 48
/** Hundreds differ: the same name at the same site is marked. */
export const newName = (): string => {
  const n = next()
  return `${sign(surnames, n)}${sign(givenNames, n * 7)}${sign(givenNames, n * 11 + 3 + Math.floor(n / ROUND))}`
}
export const newMobile = (): string => `1981${String((next() * 7919) % 10_000_000).padStart(7, '0')}`

export const stay = {
  residence: 'factory',
  trade: 'construction',
  exposure: 'no',
  stay: 'staying',
  companion: 'alone',
} as const

export const aPerson = (over: Partial<GivenPerson> = {}): GivenPerson => ({
  name: newName(),
  phone: { source: 'typed', phone: newMobile() },
  document: { kind: 'residentId', number: numberAged(35) },
  homeProvince: '34',
  ...over,
})

export const anAssisted = (over: Partial<Assisted> = {}): Assisted => ({
  name: newName(),
  phone: newMobile(),
  document: { kind: 'residentId', number: numberAged(61) },
  homeProvince: '41',
  stay,
  ...over,
})

export const agreed = async (phone: Phone) => {
  const { version, hash } = await phone.worker.consent({})
  return { version, hash, agreesToBasic: true, agreesToSensitive: true } as const
}

export const aDraft = async (phone: Phone, scene: string, over: Partial<Draft> = {}): Promise<Draft> => ({
  requestId: newRequest(),
  scene,
  consent: await agreed(phone),
  person: aPerson(),
  stay,
  ...over,
})

/** Somebody with a phone of their own who registered at the site of this code. */
export const registered = async (town: Town, openid: string, scene: string, person: Partial<GivenPerson> = {}) => {
  const phone = town.phone(openid)
  const draft = await aDraft(phone, scene, { person: aPerson(person) })
  const { card } = await phone.worker.register(draft)
  return { phone, draft, card, person: draft.person }
}

/** The one-use code WeChat's button gives to this phone. */
export const phoneCode = (town: Town, openid: string): Promise<string> => town.phoneCode(openid)

/** The 2023 card of a foreign permanent resident: a leading 9 and the rules of a resident's number behind it. */
export const foreignNumber = (bornOn: string): string => {
  const body = `931840${toDay(bornOn).replaceAll('-', '')}001`
  return body + checkCharacter(body)
}
