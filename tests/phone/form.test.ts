/** A registration's answers: what may go, and which words stand at which question when something is missing. */
import { toDay } from '../../domain/kernel/time'
import {
  blank,
  mistakesIn,
  only,
  readConsent,
  readPerson,
  readStay,
  screens,
  stayAnswers,
} from '../../src/pages/worker/parts/form'

const today = toDay('2021-02-07')
const person = { ...blank, phone: '138 0013 8000', name: '张　三', number: '11010119900307001x', homeProvince: '34' }
const stay = {
  ...blank,
  residence: 'factory',
  trade: 'construction',
  exposure: 'no',
  stay: 'staying',
  companion: 'alone',
}
const checked = (body: string) => {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((total, weight, place) => total + weight * Number(body[place]), 0)
  return body + '10X98765432'.charAt(sum % 11)
}
const number = checked('11010119900307001')

test('what was typed with spaces and wide signs is taken as it was meant', () => {
  expect(readPerson({ ...person, number }, today)).toEqual({
    ok: true,
    value: {
      name: '张三',
      phone: { source: 'typed', phone: '13800138000' },
      document: { kind: 'residentId', number },
      homeProvince: '34',
    },
  })
})

test('a number one digit short is told so at its own question, and nothing else is blamed', () => {
  expect(readPerson({ ...person, number: number.slice(0, 17) }, today)).toEqual({
    ok: false,
    mistakes: { number: '身份证号差一位，您输了 17 位' },
  })
})

test('an empty form says what is missing at every question', () => {
  const read = readPerson(blank, today)
  expect(read.ok ? {} : read.mistakes).toEqual({
    phone: '手机号还没填',
    name: '名字还没填',
    number: '身份证号还没填',
    homeProvince: '老家要选一个',
  })
  const where = readStay(blank)
  expect(Object.keys(where.ok ? {} : where.mistakes).sort()).toEqual([
    'companion',
    'exposure',
    'residence',
    'stay',
    'trade',
  ])
})

test('WeChat’s own number needs no digits, only its code', () => {
  const read = readPerson({ ...person, number, phone: '', phoneSource: 'wechat', phoneCode: 'abc' }, today)
  expect(read.ok && read.value.phone).toEqual({ source: 'wechat', code: 'abc' })
})

test('children are counted only for those who have some with them, a return asked only of those who leave', () => {
  expect(readStay({ ...stay, childrenCount: '2', returnOn: '2021-02-20' })).toMatchObject({
    ok: true,
    value: expect.not.objectContaining({ childrenCount: 2, returnOn: '2021-02-20' }),
  })
  const away = readStay({ ...stay, stay: 'leaving', companion: 'family', childrenCount: '2', returnOn: '2021-02-20' })
  expect(away).toMatchObject({ ok: true, value: { childrenCount: 2, returnOn: '2021-02-20' } })
  expect(away.ok && readStay({ ...blank, ...stayAnswers(away.value) })).toEqual(away)
})

test('the cloud’s words stand at the question they are about, on the screen that asks it', () => {
  const mistakes = mistakesIn({ 'person.document.number': '差一位', 'person.phone.code': '再点一次', other: 'x' })
  expect(mistakes).toEqual({ number: '差一位', phone: '再点一次' })
  expect(only(mistakes, screens.who)).toEqual({ number: '差一位' })
})

test('without having read the text there is no consent to send', () => {
  expect(readConsent(blank).ok).toBe(false)
  expect(readConsent({ ...blank, consentVersion: '1', consentHash: 'a'.repeat(64) }).ok).toBe(true)
})

test('a passport, which tells no birthday, asks for it and is not taken without', () => {
  const passport = { ...person, kind: 'passport', number: 'E12345678' }
  expect(readPerson(passport, today)).toEqual({ ok: false, mistakes: { bornOn: '生日还没选' } })
  expect(readPerson({ ...passport, bornOn: '1985-03-07' }, today)).toMatchObject({
    ok: true,
    value: { bornOn: '1985-03-07' },
  })
})

test('a resident card tells the birthday itself: none is sent along', () => {
  const read = readPerson({ ...person, number, bornOn: '1985-03-07' }, today)
  expect(read.ok && 'bornOn' in read.value).toBe(false)
})
