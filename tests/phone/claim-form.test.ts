/** The form of a claim on the phone: what it asks, what it keeps as it is answered, and what goes when it is handed in. */
import * as v from 'valibot'
import { ClaimForm } from '../../domain/claim/form'
import { AppError } from '../../domain/kernel/errors'
import { fen } from '../../domain/kernel/money'
import { askings } from '../../src/claims/claim/asking'
import { blank, type ClaimAnswers, picturesOf, saidTo, saying, showing } from '../../src/claims/claim/draft'
import type { Form } from '../../src/claims/claim/form'
import { firstOpen, UNSURE } from '../../src/claims/claim/reading'
import { inputOf, mistakesIn, refusedAt } from '../../src/claims/claim/sending'

const contract = { evidenceId: 'contract', label: '劳动合同', atLeast: 1, atMost: 3 }
const january = { period: '2021-01', label: '2021 年 1 月' } as const
const february = { period: '2021-02', label: '2021 年 2 月' } as const
const programme: Form['programme'] = {
  id: 'programme',
  edition: 2,
  title: '春节在岗补贴',
  gives: 'cash',
  amount: { way: 'formula', fen: fen(5_000), per: 'festivalDay' },
  verdict: 'unknown',
  periods: [january, february],
  questions: [{ fact: 'hasContract', question: '签了吗？', kind: 'yesNo', yes: '签了', no: '没签', choices: [] }],
  evidence: [contract],
  quantityAsked: '春节期间上了几天班',
}
const form: Form = { isRegistered: true, programme }
const ids = (of: Form): string[] => askings(of).map(({ id }) => id)

const picture = { path: 'wxfile://store_1.jpg', size: 300_000 }
const answered = (...steps: ((before: ClaimAnswers) => Partial<ClaimAnswers>)[]): ClaimAnswers => {
  let now: ClaimAnswers = blank
  for (const step of steps) now = { ...now, ...step(now) }
  return now
}

const whole = answered(
  () => ({ period: '2021-02', account: '9999 9900 0000 0014', bank: '工商银行' }),
  (before) => saying(before, 'hasContract', 'yes'),
  (before) => saying(before, 'quantity', '3'),
  (before) => showing(before, 'contract', [picture]),
)

const claim: NonNullable<Form['claim']> = {
  id: 'claim',
  version: 4,
  period: '2021-01',
  parts: ['contract'],
  because: '合同照片看不清',
  answers: { hasContract: true, isHardship: false },
  quantity: 5,
  maskedAccount: '**** 0018',
  bank: '工商银行',
  evidence: [{ evidenceId: 'contract', label: '劳动合同', count: 2 }],
  can: ['mend', 'withdraw'],
}
const sentBack = (parts: readonly string[]): Form => ({
  isRegistered: true,
  programme: { ...programme, verdict: 'yes', questions: [] },
  claim: { ...claim, parts: [...parts] },
})

describe('what is asked', () => {
  test('is the month, what is not known, how many, the card and each picture, in this order', () => {
    expect(ids(form)).toEqual(['period', 'hasContract', 'quantity', 'card', 'contract'])
  })

  test('is no month where only one is left, and no card where nothing is paid to one', () => {
    const claimed = { ...january, claimId: 'other' }
    expect(ids({ ...form, programme: { ...programme, gives: 'inKind', periods: [claimed, february] } })).toEqual([
      'hasContract',
      'quantity',
      'contract',
    ])
  })

  test('of a claim sent back is what was asked for again, and nothing else', () => {
    expect(ids(sentBack(['contract']))).toEqual(['contract'])
    expect(ids(sentBack(['card', 'hasContract']))).toEqual(['hasContract', 'card'])
  })

  test('of a claim sent back for what this phone has no word for is all of it', () => {
    expect(ids(sentBack(['newer']))).toEqual(['quantity', 'card', 'contract'])
  })

  test('goes on where it was left', () => {
    expect(firstOpen(askings(form), blank)?.id).toBe('period')
    expect(
      firstOpen(
        askings(form),
        answered(() => ({ period: '2021-02' })),
      )?.id,
    ).toBe('hasContract')
    expect(firstOpen(askings(form), whole)).toBeUndefined()
  })
})

describe('what is kept', () => {
  test('is each answer beside the others', () => {
    expect([saidTo(whole, 'hasContract'), saidTo(whole, 'quantity'), picturesOf(whole, 'contract')]).toEqual([
      'yes',
      '3',
      [picture],
    ])
  })

  test('by another version of the app cannot break the form', () => {
    const broken = { ...blank, said: '{"quantity":3}', pictures: 'nothing' }
    expect([saidTo(broken, 'quantity'), picturesOf(broken, 'contract')]).toEqual(['', []])
    expect(mistakesIn(form, broken)).toHaveProperty('quantity')
  })
})

describe('what is wrong', () => {
  test('is said of each question by its name', () => {
    expect(mistakesIn(form, { ...blank, account: '9999990000000015', bank: '工商银行' })).toEqual({
      period: '领哪个月，选一个',
      hasContract: '选一个',
      quantity: '写数字，至少 1',
      card: '卡号有一位不对，对着卡再看一眼',
      contract: '还没放，至少 1 张',
    })
  })

  test('is too few pictures even where none was needed, when they are to be taken anew', () => {
    const optional: Form = sentBack(['contract'])
    const anew = { ...optional, programme: { ...optional.programme, evidence: [{ ...contract, atLeast: 0 }] } }
    expect(mistakesIn(anew, blank)).toEqual({ contract: '还没放，至少 1 张' })
    expect(
      mistakesIn({ ...form, programme: { ...anew.programme, gives: 'voucher', periods: [february] } }, whole),
    ).toEqual({})
  })

  test('is what the cloud refused, each at its question', () => {
    const fields = { 'form.card.account': '卡号还没写', 'form.evidence.contract': '劳动合同还没拍', file: '找不到了' }
    expect(refusedAt(form, new AppError('INPUT_INVALID', { fields }))).toEqual({
      card: '卡号还没写',
      contract: '劳动合同还没拍',
    })
  })
})

describe('what goes', () => {
  test('is the whole form, as the cloud takes it, with its pictures by where they lie', () => {
    const input = inputOf(form, whole)
    expect(input).toEqual({
      programmeId: 'programme',
      edition: 2,
      period: '2021-02',
      form: {
        answers: { hasContract: true },
        quantity: 3,
        card: { account: '9999 9900 0000 0014', bank: '工商银行' },
        evidence: [{ evidenceId: 'contract', fileIds: ['carried:wxfile://store_1.jpg'] }],
        declares: true,
      },
    })
    expect(v.safeParse(ClaimForm, input.form).issues?.map(({ message }) => message)).toBeUndefined()
  })

  test('never makes an answer of 不清楚', () => {
    const input = inputOf(form, { ...whole, ...saying(whole, 'hasContract', UNSURE) })
    expect(mistakesIn(form, { ...whole, ...saying(whole, 'hasContract', UNSURE) })).toEqual({})
    expect(input.form.answers).toEqual({})
  })

  test('is for the month that is left where there is one', () => {
    const left: Form = { ...form, programme: { ...programme, periods: [{ ...january, claimId: 'other' }, february] } }
    expect(inputOf(left, { ...whole, period: '' }).period).toBe('2021-02')
  })

  test('of a share of what was paid is counted in fen', () => {
    const share: Form = {
      ...form,
      programme: {
        ...programme,
        amount: { way: 'share', of: '培训费', percent: 95, rounding: 'down' },
        quantityAsked: '培训费',
      },
    }
    expect(inputOf(share, { ...whole, ...saying(whole, 'quantity', '1,200.5') }).form.quantity).toBe(120_050)
  })

  test('of a claim sent back is what was asked for again: the card and the other pictures stand as they were sent', () => {
    const input = inputOf(
      sentBack(['contract']),
      answered((before) => showing(before, 'contract', [picture])),
    )
    expect(input).toEqual({
      programmeId: 'programme',
      edition: 2,
      period: '2021-01',
      form: {
        answers: { hasContract: true, isHardship: false },
        quantity: 5,
        evidence: [{ evidenceId: 'contract', fileIds: ['carried:wxfile://store_1.jpg'] }],
        declares: true,
      },
      claim: { id: 'claim', version: 4 },
    })
  })
})
