/** `npm run cloud -- --port 0 --data DIR`: the product's functions, built and with keys of their own, on the local cloud alone. */
import { parseArgs } from 'node:util'
import { buildFunctions } from '../functions'
import { prepareDataFolder } from './data-folder'
import { dataFolder, root } from './options'
import { command } from './say'

/** The cloud reads its own options; these two are looked at before it does. */
const { values } = parseArgs({
  options: { data: { type: 'string', default: '.data' }, dist: { type: 'string' } },
  strict: false,
})

command(async () => {
  prepareDataFolder(dataFolder(String(values.data)))
  if (values.dist === undefined) await buildFunctions({ root, onProgress: (line) => console.error(line) })
  await import('../../platform/cloud/bin')
})
