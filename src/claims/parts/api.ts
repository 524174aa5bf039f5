/** The function `claim` as a worker's pages call it, and what of its answers the phone keeps. */
import * as v from 'valibot'
import { claimApi } from '../../../domain/claim/api'
import { useAsk } from '../../cloud/ask'
import { client } from '../../cloud/client'

export { claimApi }
export const claims = client(claimApi)

const { programmes, mine } = claimApi.endpoints

const Whole = v.object({ ...programmes.output.entries, ...mine.output.entries })
export type Whole = v.InferOutput<typeof Whole>

const whole = async (): Promise<Whole> => {
  const [open, own] = await Promise.all([claims.programmes({}), claims.mine({})])
  return { ...open, ...own }
}

/** What there is to claim and what was claimed, with a copy for when there is no signal. */
export const useProgrammes = () => useAsk(whole, { name: 'claim-programmes', schema: Whole })

export const useMyClaims = () => useAsk(() => claims.mine({}), { name: 'claims-mine', schema: mine.output })
