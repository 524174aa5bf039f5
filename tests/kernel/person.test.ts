import fc from 'fast-check'
import {
  maskName,
  maskNumber,
  maskPhone,
  nameProblem,
  normaliseName,
  normalisePhone,
  phoneProblem,
} from '../../domain/worker/documents'
import '../property'

describe('a name', () => {
  test.each([
    '张三',
    '买买提·吐尔逊',
    '𠮷野',
    '䶮',
    '㐱',
    "O'Brien Mary-Jane",
    'José',
    '欧阳娜娜',
    '〇三',
    '古丽努尔・艾合买提',
  ])('%s is a name', (name) => {
    expect(nameProblem(name)).toBeUndefined()
  })

  test.each([
    ['', '名字还没填'],
    [' · ', '“·”要在名字中间'],
    ['张3', '名字里有数字“3”，照证件上的写'],
    ['张😀', '名字里有“😀”，照证件上的写'],
    ['张三@', '名字里有“@”，照证件上的写'],
    ['·张三', '“·”要在名字中间'],
    ['𠮷'.repeat(31), '名字最多 30 个字，您输了 31 个'],
  ])('%p is answered with %s', (name, problem) => {
    expect(nameProblem(name)).toBe(problem)
  })

  test('thirty rare characters are thirty, though each takes two units', () => {
    expect(nameProblem('𠮷'.repeat(30))).toBeUndefined()
  })

  test.each([
    ['买买提•吐尔逊', '买买提·吐尔逊'],
    ['买买提・吐尔逊', '买买提·吐尔逊'],
    ['买买提‧吐尔逊', '买买提·吐尔逊'],
    ['买买提 · 吐尔逊', '买买提·吐尔逊'],
    ['买买提．吐尔逊', '买买提·吐尔逊'],
    ['张　三', '张三'],
    ['张 小 三', '张小三'],
    [' 张三\u200b', '张三'],
    ['葛\u{e0100}城', '葛城'],
    ['Ｍａｒｙ   Ann', 'Mary Ann'],
  ])('%p is kept as %s', (typed, kept) => {
    expect(normaliseName(typed)).toBe(kept)
  })

  test('keeping a name twice changes nothing more', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        (text) => normaliseName(normaliseName(text)) === normaliseName(text),
      ),
    )
  })
})

describe('a mobile number', () => {
  test.each(['13812345678', '+86 138 1234 5678', '0086-13812345678', '8613812345678', '１３８１２３４５６７８'])(
    '%s is 13812345678',
    (text) => {
      expect(phoneProblem(text)).toBeUndefined()
      expect(normalisePhone(text)).toBe('13812345678')
    },
  )

  test.each([
    ['', '手机号还没填'],
    ['1381234567', '手机号是 11 位，您输了 10 位'],
    ['138123456789', '手机号是 11 位，您输了 12 位'],
    ['12812345678', '手机号的开头是 13 到 19'],
    ['138l2345678', '手机号只有数字，您输了“L”'],
  ])('%p is answered with %s', (text, problem) => {
    expect(phoneProblem(text)).toBe(problem)
  })
})

describe('masks', () => {
  test('show enough to recognise and too little to use', () => {
    expect(maskNumber('310101199003070019')).toBe('310***********0019')
    expect(maskNumber('H12345678')).toBe('H******78')
    expect(maskNumber('E1')).toBe('**')
    expect(maskPhone('13812345678')).toBe('138****5678')
    expect(maskPhone('12345')).toBe('1**45')
    expect(maskName('张三')).toBe('张**')
    expect(maskName('买买提·吐尔逊')).toBe('买**')
    expect(maskName('𠮷野')).toBe('𠮷**')
    expect(maskName('')).toBe('')
  })
})
