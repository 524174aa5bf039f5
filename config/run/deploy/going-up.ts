/** The mini-program's own step: uploaded last, so that no phone is given a release the cloud cannot yet serve. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CannotGoOn } from '../say'
import { run } from '../spawn'
import type { Plan } from './plan'
import type { Secrets } from './secrets'
import type { Step } from './steps'

/** The tool is talkative; what went wrong is the last thing it says. */
const KEPT_LINES = 1

/** Both are written into it when it is built: one built elsewhere may be for another cloud, or for a desk. */
export function assertBuiltFor({ account: { envId }, templates }: Secrets, { weapp }: Plan): void {
  const files = readdirSync(weapp, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'))
  const code = files.map((file) => readFileSync(join(weapp, file), 'utf8')).join('\n')
  const lacks = [envId, ...templates].filter((id) => !code.includes(JSON.stringify(id)))
  if (lacks.length > 0)
    throw new CannotGoOn(
      `${weapp} was built for another environment: ${lacks.join(', ')} is not in it. Build it with these set.`,
    )
}

export const uploadStep = ({ weapp, version }: Plan): Step => ({
  name: `mini-program ${version}`,
  run: async () => {
    const script = join(__dirname, 'upload.ts')
    const { code, said } = await run(process.execPath, ['--import', 'tsx', script, weapp, version])
    if (code === 0) return 'uploaded; submit it for review in the console'
    throw new CannotGoOn(said.trim().split('\n').slice(-KEPT_LINES).join(' '))
  },
})
