import { emergencyHotlines, type Hotline, hotlines, hoursNow, shownHotlines } from '../../domain/kernel/hotlines'
import { chainOf, cities, isProvince, levelOf, parentOf, placeName, provinces } from '../../domain/kernel/places'
import { instantAt, toDay } from '../../domain/kernel/time'

const now = (day: string, clock: string) => new Date(instantAt(toDay(day), clock))

describe('places', () => {
  test('Shanghai has its sixteen districts', () => {
    const shanghai = cities['310000']
    expect(shanghai?.districts.map(({ name }) => name).join(' ')).toBe(
      '黄浦区 徐汇区 长宁区 静安区 普陀区 虹口区 杨浦区 闵行区 宝山区 嘉定区 浦东新区 金山区 松江区 青浦区 奉贤区 崇明区',
    )
    expect(placeName('310115')).toBe('浦东新区')
  })

  test('one can come from any of 34 provinces', () => {
    expect(Object.keys(provinces)).toHaveLength(34)
    expect(placeName('82')).toBe('澳门')
    expect(isProvince('34')).toBe(true)
    expect(isProvince('83')).toBe(false)
  })

  test('a place knows its level and the place above it', () => {
    expect(['31', '310000', '310101', '310101002'].map(levelOf)).toEqual(['province', 'city', 'district', 'street'])
    expect(chainOf('310101002')).toEqual(['310101002', '310101', '310000', '31'])
    expect(parentOf('31')).toBeUndefined()
  })

  test('a place we do not have belongs nowhere', () => {
    for (const id of ['310108', '310108001', '330000', '3101', 'constructor', '']) {
      expect(levelOf(id)).toBeUndefined()
      expect(parentOf(id)).toBeUndefined()
      expect(chainOf(id)).toEqual([])
    }
  })

  test('a street is named by the city, not here', () => {
    expect(placeName('310101002')).toBeUndefined()
  })
})

describe('hotlines', () => {
  test('only numbers with a source we read are shown, emergencies apart', () => {
    expect(shownHotlines().map(({ number }) => number)).toEqual(['12345', '12333', '12351', '12319'])
    expect(emergencyHotlines().map(({ number }) => number)).toEqual(['110', '119', '120'])
  })

  test('the procuratorate is no labour line', () => {
    expect(hotlines.some(({ number }) => String(number) === '12309')).toBe(false)
  })

  test('what is said about hours is no more than a source says', () => {
    const evening = now('2021-02-11', '23:50')
    const said = Object.fromEntries(shownHotlines().map((row) => [row.number, hoursNow(row, evening)]))
    expect(said).toEqual({
      12345: '全天有人接',
      12333: '没人接，就打 12345',
      12351: '没人接，就打 12345',
      12319: '没人接，就打 12345',
    })
  })

  test('a manned line says whether somebody answers now', () => {
    const line: Pick<Hotline, 'number' | 'hours'> = {
      number: '62120000',
      hours: { kind: 'manned', on: 'workingDays', opens: '09:00', closes: '17:00' },
    }
    expect(hoursNow(line, now('2021-02-10', '08:59'))).toBe('今天 09:00 开始有人接')
    expect(hoursNow(line, now('2021-02-10', '09:00'))).toBe('现在有人接，到 17:00')
    expect(hoursNow(line, now('2021-02-10', '17:00'))).toBe('今天下班了，09:00–17:00 有人接')
    expect(hoursNow(line, now('2021-02-11', '10:00'))).toBe('今天休息，上班的日子 09:00–17:00 有人接')
    expect(hoursNow(line, now('2021-02-12', '10:00'))).toBe('今天放假，上班的日子 09:00–17:00 有人接')
    expect(hoursNow(line, now('2021-02-20', '10:00'))).toBe('现在有人接，到 17:00')
  })
})
