/** How long a property is tried: a fixed seed and a short run in the suite, a new seed and a long run in `npm run soak`. */
import { randomInt } from 'node:crypto'
import fc from 'fast-check'

const SHORT_SEED = 20210206
const USUAL_RUNS = 100
const MOST_SEED = 2 ** 31

const soak = Number(process.env.SOAK_TIMES ?? '0')

/** One seed a file, for its samples too: the one a failed property names is all it takes to see it fail again. */
const seed = soak > 0 ? Number(process.env.SOAK_SEED ?? randomInt(MOST_SEED)) : SHORT_SEED

fc.configureGlobal({ seed, ...(soak > 0 ? { numRuns: USUAL_RUNS * soak } : {}) })

/** For a property too slow for the usual hundred: so many runs in the suite, so many times more when soaking. */
export const runs = (count: number): { numRuns: number } => ({ numRuns: soak > 0 ? count * soak : count })

/** How long a test may take that must not wait for ever: longer when it has more to do. */
export const patience = (milliseconds: number): number => (soak > 0 ? milliseconds * soak : milliseconds)
