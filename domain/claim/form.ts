/** What a claimant fills in: the answers a programme asks for, how many, the card, the pictures. */
import * as v from 'valibot'
import { personal, personalWhole } from '../kernel/personal'
import { Id, text } from '../kernel/schema'
import { mostPictures } from './quotas'

/** Luhn, ISO/IEC 7812: a slip of one figure is found before the bank finds it. */
export const isCardNumber = (digits: string): boolean => {
  let sum = 0
  for (const [place, sign] of [...digits].reverse().entries()) {
    const doubled = Number(sign) * (place % 2 === 1 ? 2 : 1)
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}

const maskAccount = (account: string): string => `**** ${account.slice(-4)}`

/** A person's bank card: 16 to 19 figures (finance accounts are sensitive: 个人信息保护法 art 28). */
export const CardNumber = v.pipe(
  v.string('卡号还没写'),
  v.transform((typed) => typed.replace(/[\s-]/g, '')),
  v.check((digits) => digits !== '', '卡号还没写'),
  v.check((digits) => /^\d*$/.test(digits), '卡号只有数字'),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed || !/^\d+$/.test(dataset.value)) return
    const { length } = dataset.value
    if (length < 16 || length > 19) addIssue({ message: `卡号是 16 到 19 位，您输了 ${length} 位` })
    else if (!isCardNumber(dataset.value)) addIssue({ message: '卡号有一位不对，对着卡再看一眼' })
  }),
  personal({ label: '银行卡号', isSensitive: true, mask: maskAccount }),
)

/** A company's account: no check figure is known for those. */
export const CompanyAccount = v.pipe(
  v.string('账号还没写'),
  v.transform((typed) => typed.replace(/[\s-]/g, '')),
  v.regex(/^\d{8,30}$/, '账号是 8 到 30 位数字'),
  personal({ label: '单位账号', isSensitive: true, mask: maskAccount }),
)

export const BankName = text('开户行', 40)
export const Card = v.strictObject({ account: CardNumber, bank: BankName })
export type Card = v.InferOutput<typeof Card>
export const CompanyCard = v.strictObject({ name: text('户名', 60), account: CompanyAccount, bank: BankName })

/** A file the phone put under inbox/, or one that was sealed before and is kept. */
export const FileId = v.pipe(v.string(), v.minLength(1), v.maxLength(300))

export const Evidence = v.strictObject({
  evidenceId: Id,
  fileIds: v.pipe(v.array(FileId), v.maxLength(mostPictures, `最多 ${mostPictures} 张`)),
})

/** What somebody said of themselves: facts by name. What may stand under a name is the rule engine's to say. */
export const Answers = v.pipe(
  v.record(Id, v.union([v.boolean(), v.pipe(v.number(), v.finite()), v.pipe(v.string(), v.maxLength(40))])),
  personalWhole('申领时答的'),
)
export type Answers = v.InferOutput<typeof Answers>

const Said = v.pipe(v.string(), v.parseJson(), Answers)
/** What was kept of somebody's answers, once it is opened. */
export const answersIn = (said: string | undefined): Answers => (said === undefined ? {} : v.parse(Said, said))

export const Quantity = v.pipe(
  v.number('写数字'),
  v.integer('写整数'),
  v.minValue(1, '至少 1'),
  v.maxValue(10_000, '太多了'),
)

/** A worker's own claim. Whose card it is needs no field: only their own is taken. */
export const ClaimForm = v.strictObject({
  answers: Answers,
  quantity: v.optional(Quantity),
  card: v.optional(Card),
  evidence: v.pipe(v.array(Evidence), v.maxLength(10)),
  /** 写错能改，造假要退钱. */
  declares: v.literal(true, '说的都是真的，才能交'),
})
export type ClaimForm = v.InferOutput<typeof ClaimForm>

/** An employer's claim over the roster that was counted before. */
export const RosterForm = v.strictObject({
  card: CompanyCard,
  evidence: v.pipe(v.array(Evidence), v.maxLength(10)),
  declares: v.literal(true, '说的都是真的，才能交'),
})
export type RosterForm = v.InferOutput<typeof RosterForm>
