/** The whole cloud in a process of its own, on a town's data: `apart.ts FOLDER KEYS INSTANT`; its database answers when it likes. */
import { readKeyRing } from '../../../config/run/keys'
import { Town } from '../../builders/town'

const main = async ([dataDir = '', keys = '', now = '']: readonly string[]): Promise<void> => {
  const { cloud } = await Town.start({ dataDir, keys: readKeyRing(keys), now: new Date(now) })
  cloud.faults.on({ at: 'database', kind: 'latency', spreadMs: 20 })
  console.log(`cloud listening on ${cloud.url}`)
}

void main(process.argv.slice(2))
