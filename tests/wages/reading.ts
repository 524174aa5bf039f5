/** What one line of a wage case says, as the fact a calculator takes; what it cannot mean says where it stands. */
import * as v from 'valibot'
import { parseYuan } from '../../domain/kernel/money'
import { endings, wageCities } from '../../domain/wages'
import { cityWord } from '../../domain/wages/local-wages'
import { CaseError, type Field, type Item } from '../rules/lines'

export const wrong = (file: string, number: number, why: string) => new CaseError(file, number, why)

export function yuanIn(file: string, { value, number }: Pick<Field, 'value' | 'number'>): number {
  const found = /元$/.test(value) ? parseYuan(value) : undefined
  if (found === undefined) throw wrong(file, number, `“${value}”不是钱，写成“6,000 元”`)
  return found
}

const pers = { 一个月: 'month', 一天: 'day', 一小时: 'hour' } as const
const Per = v.picklist(['一个月', '一天', '一小时'])

export function wageIn(file: string, { value, number }: Field) {
  const [per = '', ...rest] = value.split(' ')
  if (!v.is(Per, per)) throw wrong(file, number, `“${value}”看不懂，写成“一个月 6,000 元”`)
  return { per: pers[per], fen: yuanIn(file, { value: rest.join(' '), number }) }
}

const restings: Readonly<Record<string, { isRested?: boolean }>> = {
  '': {},
  没补休: { isRested: false },
  补休了: { isRested: true },
}

export function shiftIn(file: string, { text, number }: Item) {
  const found = /^(\d{4}-\d\d-\d\d)：(?:(\d\d:\d\d) 到 (\d\d:\d\d)|(?:(\d+) 小时)? ?(?:(\d+) 分钟)?)(?:，(.+))?$/.exec(
    text,
  )
  const rested = restings[found?.[6] ?? '']
  if (!found || !rested) throw wrong(file, number, `“${text}”看不懂，写成“2021-02-11：8 小时，没补休”`)
  const [, on, from, to, hours = '0', minutes = '0'] = found
  return from && to
    ? { way: 'clock', on, from, to, ...rested }
    : { way: 'hours', on, minutes: Number(hours) * 60 + Number(minutes), ...rested }
}

const attendance: Readonly<Record<string, boolean>> = { 满勤: true, 没满勤: false }

export function monthIn(file: string, { text, number }: Item) {
  const [month = '', rest = ''] = text.split('：')
  const row: Record<string, unknown> = { month }
  for (const part of rest.split('，').filter(Boolean)) {
    const [what = '', ...money] = part.split(' ')
    if (Object.hasOwn(attendance, part)) row.isFull = attendance[part]
    else if (what === '讲好') row.agreedFen = yuanIn(file, { value: money.join(' '), number })
    else if (what === '给了') row.paidFen = yuanIn(file, { value: money.join(' '), number })
    else throw wrong(file, number, `“${part}”看不懂，写“讲好 6,000 元”“给了 2,000 元”“满勤”或“没满勤”`)
  }
  return row
}

export function payDayIn(file: string, { value, number }: Field) {
  const found = /^(当月|下个月) (\d+) 日$/.exec(value)
  if (!found) throw wrong(file, number, `“${value}”看不懂，写成“下个月 15 日”`)
  return { date: Number(found[2]), in: found[1] === '当月' ? 'same' : 'next' }
}

export function cityIn(file: string, { value, number }: Field): string {
  const city = wageCities.find((id) => cityWord(id) === value)
  if (!city) throw wrong(file, number, `没有“${value}”这座城市`)
  return city
}

export function endingIn(file: string, { value, number }: Field): string {
  const found = Object.entries(endings).find(([, { label }]) => label === value)
  if (!found) throw wrong(file, number, `没有“${value}”这一种，能写：${Object.values(endings).map((row) => row.label)}`)
  return found[0]
}

export const choiceIn =
  (choices: Readonly<Record<string, unknown>>) =>
  (file: string, { value, number }: Field): unknown => {
    if (!Object.hasOwn(choices, value))
      throw wrong(file, number, `写 ${Object.keys(choices).join(' 或 ')}，不写“${value}”`)
    return choices[value]
  }
