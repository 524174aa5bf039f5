/** The screens of whoever counts their wages, with nothing told, with something missing, and with a sum. */
import type { Page } from 'playwright-core'
import { nobody } from './cast'
import { settled } from './settled'
import { type State, type Stories, taps } from './story'

const press = (id: string) => async (page: Page) => {
  await settled(page)
  await page.locator(`#${id}`).filter({ visible: true }).last().click()
  await settled(page)
}
const types = (field: string, words: string) => async (page: Page) => {
  await page.locator(`#${field} input`).filter({ visible: true }).last().fill(words)
  await settled(page)
}
const steps =
  (...all: readonly ((page: Page) => Promise<unknown>)[]) =>
  async (page: Page): Promise<void> => {
    for (const step of all) await step(page)
  }

type Told = Readonly<Record<string, string>>
/** As told before, in this phone’s draft. */
const told = (name: string, calculator: string, answers: Told, does?: State['does']): State => ({
  name,
  as: nobody,
  kept: () => ({ [`draft:wages-${calculator}`]: answers }),
  ...(does ? { does } : {}),
})

const festival = [11, 12, 13, 14, 15, 16, 17].map((date) => ({
  way: 'hours',
  on: `2021-02-${date}`,
  minutes: 480,
  isRested: false,
}))
const working = { per: 'month', wage: '6000', month: '2021-02' }
const shifts = (rows: readonly object[]): Told => ({ ...working, shifts: JSON.stringify(rows) })
const untold = [{ way: 'hours', on: '2021-02-11', minutes: 480 }]
const night = [{ way: 'clock', on: '2021-02-11', from: '20:00', to: '08:00', isRested: false }]

const owed = {
  agreed: '6000',
  months: '2020-12,2021-01',
  paid: JSON.stringify({ '2020-12': '6000', '2021-01': '2000' }),
  payIn: 'next',
  payDate: '15',
}
const unsigned = { startedOn: '2019-12-01', isSigned: 'no', isThere: 'still', month: '6000' }
const left = { ending: 'unfit', startedOn: '2017-03-01', endedOn: '2021-02-05', average: '6000' }

const keptSum = {
  calculator: 'overtime',
  totalFen: 468_966,
  keptOn: '2021-02-18',
  lines: [
    { words: '2 月 12 日（初一）8 小时 × 34.48 元 × 3 = 827.59 元', fen: 82_759, source: '劳动法第四十四条第三项' },
  ],
}

export const wagesStories: Stories = {
  'wages/home/index': [
    { name: 'first', as: nobody },
    {
      name: 'kept',
      as: nobody,
      kept: () => ({ 'kept:wages-overtime': { at: '2021-02-18T02:00:00.000Z', data: keptSum } }),
    },
  ],
  'wages/overtime/index': [
    told('nothing', 'overtime', { month: '2021-02' }),
    told('asks', 'overtime', { ...shifts(untold), wage: '' }),
    told('mistake', 'overtime', { ...shifts([]), wage: '六千' }),
    told('festival', 'overtime', shifts(festival)),
    told('night', 'overtime', shifts(night)),
    told('more', 'overtime', shifts(festival), press('more')),
    told('kept', 'overtime', shifts(festival), press('keep')),
    told('cleared', 'overtime', shifts(festival), press('clear')),
    told('holiday', 'overtime', shifts([]), press('day-2021-02-12')),
    told('rest-day', 'overtime', shifts(untold), press('day-2021-02-11')),
    told('workday', 'overtime', shifts([]), steps(press('day-2021-02-18'), press('hours-10'))),
    told(
      'hours-mistake',
      'overtime',
      shifts([]),
      steps(press('day-2021-02-18'), types('hours', '八'), press('keep-day')),
    ),
    told('told', 'overtime', shifts([]), steps(press('day-2021-02-12'), press('hours-8'), press('keep-day'))),
    told('new-year', 'overtime', { ...shifts([]), month: '2025-01' }),
  ],
  'wages/overtime/shift': [
    { name: 'workday', as: nobody, query: () => 'on=2021-02-18' },
    { name: 'rest-day', as: nobody, query: () => 'on=2021-02-11' },
    { name: 'clock', as: nobody, query: () => 'on=2021-02-11', does: press('from') },
  ],
  'wages/arrears/index': [
    told('nothing', 'arrears', {}),
    told('asks', 'arrears', { ...owed, paid: '' }),
    told('owed', 'arrears', owed),
    told('low', 'arrears', { ...owed, agreed: '2000' }),
    told('floor', 'arrears', { ...owed, agreed: '2000', isFull: 'yes' }),
    told('older', 'arrears', owed, press('older')),
  ],
  'wages/contract/index': [
    told('nothing', 'doublePay', {}),
    told('unsigned', 'doublePay', unsigned),
    told('signed', 'doublePay', { ...unsigned, isSigned: 'yes', signedOn: '2020-04-01' }),
    told('before-2008', 'doublePay', { ...unsigned, startedOn: '2005-05-01' }),
    told('odd', 'doublePay', { ...unsigned, isThere: 'left', endedOn: '2019-01-01' }),
  ],
  'wages/left/index': [
    told('nothing', 'severance', {}),
    told('ways', 'severance', {}, press('ending')),
    told('asks', 'severance', left),
    told('unfit', 'severance', { ...left, isNoticed: 'no', lastMonth: '6200' }),
    told('dismissed', 'severance', { ...left, ending: 'dismissed' }),
    told('before-2008', 'severance', { ...left, ending: 'layoff', startedOn: '2005-05-01' }),
    told('quit', 'severance', { ending: 'quit' }),
    told('chosen', 'severance', left, steps(press('ending'), taps('公司裁员'))),
  ],
}
