import fc from 'fast-check'
import { ageOn, toDay } from '../../domain/kernel/time'
import {
  type DocumentKind,
  documentKinds,
  isDocumentKind,
  maskNumber,
  parseDocument,
} from '../../domain/worker/documents'
import { checkCharacter } from '../../domain/worker/documents/citizen'
import { runs } from '../property'

const today = toDay('2021-02-06')
const read = (kind: DocumentKind, text: string) => parseDocument(kind, text, today)
const value = (kind: DocumentKind, text: string) => {
  const reading = read(kind, text)
  return reading.ok ? reading.value : reading.problem
}
const refusal = (kind: DocumentKind, text: string) => {
  const reading = read(kind, text)
  return reading.ok ? undefined : [reading.mistake, reading.problem]
}

/** Any number a resident card of somebody alive could carry. */
const aResidentNumber = fc
  .tuple(
    fc.constantFrom('310101', '440401', '340123', '411082', '460027'),
    fc.integer({ min: 0, max: 36500 }),
    fc.integer({ min: 0, max: 999 }),
  )
  .map(([area, age, sequence]) => {
    const born = new Date(Date.UTC(2021, 1, 1) - age * 86400000).toISOString().slice(0, 10).replace(/-/g, '')
    const body = area + born + String(sequence).padStart(3, '0')
    return body + checkCharacter(body)
  })

describe('a resident identity number', () => {
  test.each([
    ['110101199003078670', '1990-03-07', 'male'],
    ['440308199901101512', '1999-01-10', 'male'],
    ['500154199804106120', '1998-04-10', 'female'],
    ['44040119580101000X', '1958-01-01', 'female'],
    ['310101199003070019', '1990-03-07', 'male'],
    ['310115200002290021', '2000-02-29', 'female'],
  ])('%s is taken, and tells the birthday', (number, bornOn, sex) => {
    expect(value('residentId', number)).toEqual({
      kind: 'residentId',
      number,
      bornOn,
      sex,
      areaCode: number.slice(0, 6),
    })
  })

  test.each([
    ['440308199901101513', 'checksum', '最后一位对不上，再看一眼'],
    ['11010119900307867X', 'checksum', '最后一位对不上，再看一眼'],
    ['440308199902301512', 'date', '中间的出生日期没有这一天，再看一眼'],
    ['111111199901101512', 'area', '开头 6 位没有这个地方，再看一眼'],
    ['310101202102070010', 'date', '中间的出生日期还没到，再看一眼'],
    ['310101190001010017', 'date', '中间的出生年份太早了，再看一眼'],
    ['31010119900307001', 'length', '身份证号差一位，您输了 17 位'],
    ['3101011990030700190', 'length', '身份证号多一位，您输了 19 位'],
    ['310101', 'length', '身份证号是 18 位，您输了 6 位'],
    ['3101O1199003070019', 'character', '第 5 位“O”不是数字，再看一眼'],
    ['31010119900307X019', 'character', 'X 只在最后一位，您输在第 15 位'],
    ['', 'empty', '身份证号还没填'],
    [' - ', 'empty', '身份证号还没填'],
    ['810000199408230021', 'kind', '这是港澳台居民居住证的号，证件换成它就行'],
    ['931840198701010018', 'kind', '这是外国人永久居留身份证的号，证件换成它就行'],
  ])('%p is refused for its %s, in words', (number, mistake, problem) => {
    expect(refusal('residentId', number)).toEqual([mistake, problem])
  })

  test.each([
    ['x in lower case', '44040119580101000x'],
    ['spaces', ' 440401 19580101 000X '],
    ['dashes', '440401-1958-0101-000X'],
    ['full width', '４４０４０１１９５８０１０１０００Ｘ'],
    ['a multiplication sign', '44040119580101000×'],
    ['invisible marks from a copied message', '\u200b44040119580101000X\ufeff'],
  ])('written with %s is the same number', (_, text) => {
    expect(value('residentId', text)).toMatchObject({ number: '44040119580101000X' })
  })

  test('a code that was abolished, or that we do not know, lives on in real cards', () => {
    for (const area of ['440401', '140120', '362324', '411082', '310103', '310230', '460025', '429004', '659001']) {
      const body = `${area}19800101001`
      expect(value('residentId', body + checkCharacter(body))).toMatchObject({ areaCode: area })
    }
  })

  test('a code no edition of the standard could hold is refused', () => {
    for (const area of ['111111', '312101', '000101', '990101', '830101']) {
      const body = `${area}19800101001`
      expect(refusal('residentId', body + checkCharacter(body))?.[0]).toMatch(/area|kind/)
    }
  })

  test('fifteen digits of an old card are taken and raised to eighteen', () => {
    const old = value('residentId', '610104620927690')
    expect(old).toMatchObject({ bornOn: '1962-09-27', isLegacy: true, sex: 'female' })
    expect(old).toMatchObject({ number: expect.stringMatching(/^61010419620927690[0-9X]$/) })
    expect(refusal('residentId', '610104620932690')).toEqual(['date', '中间的出生日期没有这一天，再看一眼'])
  })

  test('old and new card of one person give one number', () => {
    const [old, young] = [value('residentId', '110101900307867'), value('residentId', '110101199003078670')]
    expect(old).toMatchObject({ number: '110101199003078670' })
    expect(young).toMatchObject({ number: '110101199003078670' })
  })

  test('every number built by the rule is taken', () => {
    fc.assert(fc.property(aResidentNumber, (number) => read('residentId', number).ok))
  })

  test('any one wrong digit is refused', () => {
    fc.assert(
      fc.property(aResidentNumber, (number) => {
        for (let place = 0; place < 18; place += 1) {
          for (const other of place === 17 ? '0123456789X' : '0123456789') {
            if (other === number[place]) continue
            const wrong = number.slice(0, place) + other + number.slice(place + 1)
            expect([wrong, read('residentId', wrong).ok]).toEqual([wrong, false])
          }
        }
      }),
      runs(40),
    )
  })

  test('two swapped neighbours are refused', () => {
    fc.assert(
      fc.property(aResidentNumber, fc.integer({ min: 0, max: 15 }), (number, place) => {
        const [a = '', b = ''] = [number[place], number[place + 1]]
        return a === b || !read('residentId', number.slice(0, place) + b + a + number.slice(place + 2)).ok
      }),
    )
  })

  test('any text at all gets an answer in words, never a crash', () => {
    const kinds = fc.constantFrom(...Object.keys(documentKinds).filter(isDocumentKind))
    fc.assert(
      fc.property(kinds, fc.string({ unit: 'grapheme', maxLength: 40 }), (kind, text) => {
        const reading = read(kind, text)
        return reading.ok || (reading.problem.length > 0 && !/请|确定|取消/.test(reading.problem))
      }),
    )
  })
})

describe('other documents', () => {
  test.each(['810000199408230021', '830000199201300022', '820000198506150030'])(
    '%s is a residence permit',
    (number) => {
      expect(value('hkMoTwPermit', number)).toMatchObject({ kind: 'hkMoTwPermit', number })
    },
  )

  test.each<[DocumentKind, string]>([
    ['foreignPermanentResident', '931840198701010018'],
    ['foreignPermanentResident', 'USA310085010112'],
    ['passport', 'E12345678'],
    ['passport', 'PA 0940443'],
    ['hkMoTravel', 'H12345678'],
    ['hkMoTravel', 'm1234567801'],
    ['hkMoTravel', 'HA123456'],
    ['twTravel', '01234567'],
  ])('%s %s is taken', (kind, text) => {
    expect(value(kind, text)).toMatchObject({ kind, number: text.replace(' ', '').toUpperCase() })
  })

  test('the 2023 permanent residence card tells the birthday, the passport does not', () => {
    expect(value('foreignPermanentResident', '931840198701010018')).toMatchObject({ bornOn: '1987-01-01' })
    expect(value('passport', 'E12345678')).not.toHaveProperty('bornOn')
    expect(documentKinds.passport.tellsBirthday).toBe(false)
  })

  test.each<[DocumentKind, string, string, string]>([
    ['hkMoTwPermit', '310101199003070019', 'kind', '这是居民身份证的号，证件换成它就行'],
    ['hkMoTwPermit', '810000199408230022', 'checksum', '最后一位对不上，再看一眼'],
    ['hkMoTwPermit', '81000019940823002', 'length', '居住证号差一位，您输了 17 位'],
    ['hkMoTwPermit', '810101199408230021', 'area', '开头 6 位应是 810000、820000 或 830000'],
    ['foreignPermanentResident', '931840198701010019', 'checksum', '最后一位对不上，再看一眼'],
    ['foreignPermanentResident', 'USA31008501011', 'length', '老卡是 3 个字母加 12 位数字，再数一遍'],
    ['passport', 'E1', 'length', '护照号是 5 到 17 位，您输了 2 位'],
    ['passport', '护照12345', 'character', '护照号只有字母和数字'],
    ['hkMoTravel', 'H1234567', 'length', '字母后面是 8 或 10 位数字，您输了 7 位'],
    ['hkMoTravel', '12345678', 'character', '回乡证号是 H 或 M 开头'],
    ['twTravel', '1234567', 'length', '台胞证号差一位，您输了 7 位'],
  ])('%s %s is refused for its %s', (kind, text, mistake, problem) => {
    expect(refusal(kind, text)).toEqual([mistake, problem])
  })

  test('every document has the words the form needs, and names where its form was read', () => {
    for (const row of Object.values(documentKinds)) {
      expect(row.isSourced).toBe(true)
      expect([row.label, row.hint, row.source].every((words) => words.length > 0)).toBe(true)
    }
  })
})

test('sixteen is reached on the birthday', () => {
  expect(ageOn(toDay('2005-02-07'), today)).toBe(15)
  expect(ageOn(toDay('2005-02-06'), today)).toBe(16)
})

test('a masked number never shows more than seven of its eighteen characters', () => {
  fc.assert(fc.property(aResidentNumber, (number) => maskNumber(number).replace(/\*/g, '').length === 7))
})
