/** The mini-program's own step: uploaded last, so that no phone is given a release the cloud cannot yet serve. */
import { join } from 'node:path'
import { CannotGoOn } from '../say'
import { run } from '../spawn'
import type { Plan } from './plan'
import type { Step } from './steps'

/** The tool is talkative; what went wrong is the last thing it says. */
const KEPT_LINES = 1

export const uploadStep = ({ weapp, version }: Plan): Step => ({
  name: `mini-program ${version}`,
  run: async () => {
    const script = join(__dirname, 'upload.ts')
    const { code, said } = await run(process.execPath, ['--import', 'tsx', script, weapp, version])
    if (code === 0) return 'uploaded; submit it for review in the console'
    throw new CannotGoOn(said.trim().split('\n').slice(-KEPT_LINES).join(' '))
  },
})
