/** The contract of the function `wages`: what the phone counts by itself, for whoever has no phone of ours. */
import { defineApi, read } from '../kernel/api'
import { Answer } from './answer'
import { ConversionAnswer } from './conversion'
import { MinimumWageAnswer } from './minimum-wage'
import {
  ArrearsFacts,
  ConversionFacts,
  DoublePayFacts,
  MinimumWageFacts,
  OvertimeFacts,
  SeveranceFacts,
} from './schema'

const anyone = { who: 'anyone', errors: [] } as const

export const wagesApi = defineApi('wages', '算工资', {
  overtime: read({
    says: '加班费 by date, each shift cut at midnight. What is not known comes back as questions.',
    ...anyone,
    input: OvertimeFacts,
    output: Answer,
  }),
  arrears: read({
    says: '欠薪 by month: what should have been paid, less what was.',
    ...anyone,
    input: ArrearsFacts,
    output: Answer,
  }),
  conversion: read({
    says: 'A wage as a day’s and an hour’s, at 21.75 days of eight hours.',
    ...anyone,
    input: ConversionFacts,
    output: ConversionAnswer,
  }),
  doublePay: read({
    says: 'The second wage for the months without a written contract.',
    ...anyone,
    input: DoublePayFacts,
    output: Answer,
  }),
  severance: read({
    says: '经济补偿, or what is paid twofold in its place, by the way the work ended.',
    ...anyone,
    input: SeveranceFacts,
    output: Answer,
  }),
  minimumWage: read({
    says: '最低工资 of a city on a day, where a source says it.',
    ...anyone,
    input: MinimumWageFacts,
    output: MinimumWageAnswer,
  }),
})
