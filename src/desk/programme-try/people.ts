/** Made-up people to try a programme on: each a few facts, the rest of them not known. */
import type { FactName, FactValue } from '../../../domain/rules'

export type Known = Readonly<Partial<Record<FactName, FactValue>>>
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
  quantity: '1',
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
  { id: 'unknown', name: '什么都没说的', facts: {}, quantity: '1' },
]
