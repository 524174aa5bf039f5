/** How long a property is tried: a fixed seed and a short run in the suite, a new seed and a long run in `npm run soak`. */
import fc from 'fast-check'

const SHORT_SEED = 20210206
const soak = Number(process.env.SOAK_TIMES ?? '0')

const USUAL_RUNS = 100

fc.configureGlobal(soak > 0 ? { numRuns: USUAL_RUNS * soak } : { seed: SHORT_SEED })

/** For a property too slow for the usual hundred: so many runs in the suite, so many times more when soaking. */
export const runs = (count: number): { numRuns: number } => ({ numRuns: soak > 0 ? count * soak : count })
