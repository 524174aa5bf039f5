import fc from 'fast-check'
import type { Column } from '../../../platform/phone/runtime/layer/picker'
import { dateColumns, timeColumns } from '../../../platform/phone/runtime/layer/picker-days'
import '../../property'

const standing = (columns: readonly Column[]): string => columns.map(({ rows, at }) => rows[at]).join('-')

describe('a day is picked on three wheels', () => {
  const bounds = { value: '2021-02-11', start: '2021-01-15', end: '2022-03-10', fields: 'day' } as const

  test('they open at the day that was chosen, and offer only what lies between the first and the last', () => {
    const [years, months, days] = dateColumns(bounds).columns(undefined)
    expect(years?.rows).toEqual(['2021', '2022'])
    expect(months?.rows[0]).toBe('01')
    expect(months?.rows).toHaveLength(12)
    expect(days?.rows).toHaveLength(28)
    expect(standing(dateColumns(bounds).columns(undefined))).toBe('2021-02-11')
  })

  test('the last year ends with the last month, the last month with the last day', () => {
    const { columns } = dateColumns(bounds)
    columns(undefined)
    const inLastYear = columns([1, 11, 30])
    expect(inLastYear[1]?.rows).toEqual(['01', '02', '03'])
    expect(standing(inLastYear)).toBe('2022-03-10')
  })

  test('turning to a short month does not leave the thirty-first standing', () => {
    const { columns } = dateColumns({ ...bounds, value: '2021-03-31', start: '', end: '' })
    columns(undefined)
    expect(standing(columns([2021 - 1900, 1, 30]))).toBe('2021-02-28')
  })

  test('whatever wheel is turned, a day stands that there is and that lies in between', () => {
    const turn = fc.tuple(fc.nat(1), fc.nat(11), fc.nat(30))
    fc.assert(
      fc.property(fc.array(turn, { minLength: 1, maxLength: 8 }), (turns) => {
        const { columns } = dateColumns(bounds)
        columns(undefined)
        const last = turns.map((chosen) => standing(columns(chosen))).at(-1) ?? ''
        expect(last >= bounds.start && last <= bounds.end).toBe(true)
        expect(new Date(`${last}T00:00:00Z`).toISOString().slice(0, 10)).toBe(last)
      }),
    )
  })

  test('a month or a year alone is asked for with fewer wheels', () => {
    expect(dateColumns({ ...bounds, fields: 'month' }).columns(undefined)).toHaveLength(2)
    expect(dateColumns({ ...bounds, fields: 'year' }).columns(undefined)).toHaveLength(1)
  })
})

describe('a time is picked on two wheels', () => {
  const { columns } = timeColumns({ value: '09:05', start: '08:30', end: '18:15' })

  test('they open at the time that was chosen', () => {
    expect(standing(columns(undefined))).toBe('09-05')
  })

  test('the first hour begins late and the last ends early', () => {
    expect(columns([0, 0])[1]?.rows[0]).toBe('30')
    expect(columns([10, 0])[1]?.rows.at(-1)).toBe('15')
    expect(columns([1, 0])[1]?.rows).toHaveLength(60)
  })
})
