/** Made-up people to try a programme on: each a few facts, the rest of them not known. */
import type { UnitName } from '../../../domain/claim/benefits'
import type { ProgrammeDetails } from '../../../domain/claim/programme'
import type { FactName, FactValue } from '../../../domain/rules'

export type Known = Readonly<Partial<Record<FactName, FactValue>>>
/** `quantity`: how many the money is counted by; as long as it is empty, what is known of them says it. */
export type Sample = { readonly id: string; readonly name: string; readonly facts: Known; readonly quantity: string }

const staying: Known = {
  verified: true,
  stay: 'staying',
  trade: 'construction',
  residence: 'factory',
  exposure: 'no',
  companion: 'workmates',
  age: 42,
  isMinor: false,
  homeProvince: '34',
  atSite: true,
  district: '310106',
  hasContract: true,
  isUnionMember: true,
  socialInsurance: true,
  worksThroughFestival: true,
  festivalDays: 7,
  isHardship: false,
  isFlexible: false,
  unemploymentInsurance: false,
  isFrontline: true,
  trainingHours: 20,
  trainedInMainTrade: true,
  trainingFeeFen: 100_000,
}

const sample = (id: string, name: string, other: Known): Sample => ({
  id,
  name,
  facts: { ...staying, ...other },
  quantity: '',
})

export const samples: readonly Sample[] = [
  sample('staying', '留下的建筑工', {}),
  sample('leaving', '要回家的', { stay: 'leaving', worksThroughFestival: false, festivalDays: 0 }),
  sample('undecided', '没定的', { stay: 'undecided' }),
  sample('uncontracted', '没签合同的', { hasContract: false, socialInsurance: false }),
  sample('unverified', '没核实的', { verified: false }),
  sample('rider', '送外卖的', {
    trade: 'delivery',
    residence: 'community',
    isFlexible: true,
    hasContract: false,
    atSite: false,
  }),
  { id: 'unknown', name: '什么都没说的', facts: {}, quantity: '' },
]

const countedBy: Readonly<Partial<Record<UnitName, FactName>>> = {
  trainingHour: 'trainingHours',
  festivalDay: 'festivalDays',
}
const FEN = 100

/** In days, hours, or yuan really paid. */
export const quantityOf = ({ facts, quantity }: Sample, { amount }: ProgrammeDetails): string => {
  if (quantity !== '' || !amount || amount.way === 'fixed') return quantity || '1'
  if (amount.way === 'share') return String(Number(facts.trainingFeeFen ?? FEN) / FEN)
  const fact = countedBy[amount.per]
  return String((fact && facts[fact]) || '1')
}
