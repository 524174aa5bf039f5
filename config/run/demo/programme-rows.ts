/** What the demo city's union, bureau and employer give: made-up papers, made-up sums, and every title says so. */
import type * as v from 'valibot'
import type { ProgrammeDetails } from '../../../domain/claim'
import type { Scope } from '../../../domain/kernel/roles'
import { addDays, type Day } from '../../../domain/kernel/time'
import type { PersonaSlug } from '../personas'
import { DISTRICT } from './rows'

type Details = v.InferInput<typeof ProgrammeDetails>
type Rule = Details['rules'][number]
export type ProgrammeKey = 'phone' | 'festival' | 'films' | 'onDuty' | 'training'

export type DemoProgramme = {
  readonly key: ProgrammeKey
  readonly by: PersonaSlug
  readonly scope: Scope
  readonly details: Details
}

const district = { level: 'district', id: DISTRICT } as const
const at = (article: string) => ({ documentId: 'demo', article })

/** Formed as a paper of this kind is, and marked so that nobody takes it for one. */
const paper = (issuer: string, about: string, today: Day) => ({
  documentId: 'demo',
  title: `${about}办法（演示用，不是真的文件）`,
  number: '演示字第 1 号',
  issuer: `${issuer}（演示）`,
  issuedOn: addDays(today, -20),
  words: '本文件只在演示里用，里面的钱数和条件都是编的。',
})

const staysHere: Rule = { fact: 'stay', must: { is: ['staying'] }, source: at('第一条') }
const isVerified: Rule = { fact: 'verified', must: { is: [true] }, source: at('第一条') }

const common = (today: Day) => ({
  opensOn: addDays(today, -5),
  closesOn: addDays(today, 40),
  months: [],
  excludes: [],
  evidence: [],
  amountSource: at('第二条'),
})

const unionRows = (today: Day): DemoProgramme[] => {
  const payer = '静安区总工会（演示）'
  const given = { ...common(today), payer, rules: [staysHere, isVerified] }
  return [
    {
      key: 'phone',
      by: 'union',
      scope: district,
      details: {
        ...given,
        title: '留沪过年通讯费（演示）',
        benefit: 'phone',
        gives: 'cash',
        amount: { way: 'fixed', fen: 10_000 },
        documents: [paper('静安区总工会', '留沪过年通讯费', today)],
        budgetFen: 5_000_000,
        places: 500,
      },
    },
    {
      key: 'festival',
      by: 'union',
      scope: district,
      details: {
        ...given,
        title: '留沪过年就餐住宿补贴（演示）',
        benefit: 'living',
        gives: 'cash',
        amount: { way: 'fixed', fen: 50_000 },
        rules: [staysHere, isVerified, { fact: 'hasContract', must: { is: [true] }, source: at('第三条') }],
        documents: [paper('静安区总工会', '就餐住宿补贴', today)],
        budgetFen: 10_000_000,
        evidence: [
          { evidenceId: 'contract', label: '劳动合同', hint: '有名字、有公章的那一页', atLeast: 1, atMost: 3 },
        ],
        countersignAboveFen: 30_000,
        publishDays: 5,
      },
    },
    {
      key: 'films',
      by: 'union',
      scope: district,
      details: {
        ...given,
        title: '影音礼包（演示）',
        benefit: 'entertainment',
        gives: 'voucher',
        what: '影音会员一个月',
        amount: { way: 'fixed', fen: 2_500 },
        documents: [paper('静安区总工会', '影音礼包', today)],
        budgetFen: 250_000,
        places: 100,
      },
    },
  ]
}

const employerRow = (siteId: string, today: Day): DemoProgramme => ({
  key: 'onDuty',
  by: 'employer',
  scope: { level: 'site', id: siteId },
  details: {
    ...common(today),
    title: '春节在岗额外补贴（演示）',
    benefit: 'stateOwnedExtra',
    gives: 'cash',
    payer: '长寿路三号楼项目部（演示）',
    amount: { way: 'formula', fen: 6_000, per: 'festivalDay', mostUnits: 7 },
    rules: [staysHere, { fact: 'worksThroughFestival', must: { is: [true] }, source: at('第三条') }],
    documents: [paper('长寿路三号楼项目部', '春节在岗补贴', today)],
    budgetFen: 2_000_000,
  },
})

const bureauRow = (today: Day): DemoProgramme => ({
  key: 'training',
  by: 'bureau',
  scope: district,
  details: {
    ...common(today),
    title: '以工代训补贴（演示）',
    benefit: 'workTraining',
    gives: 'cash',
    payer: '静安区人社局（演示）',
    amount: { way: 'formula', fen: 30_000, per: 'month' },
    months: [today.slice(0, 7)],
    mostMonths: 6,
    rules: [{ fact: 'trainedInMainTrade', must: { is: [true] }, source: at('第三条') }],
    documents: [paper('静安区人社局', '以工代训补贴', today)],
    budgetFen: 6_000_000,
  },
})

export const programmesOn = (today: Day, siteId: string): DemoProgramme[] => [
  ...unionRows(today),
  employerRow(siteId, today),
  bureauRow(today),
]
