/** `npm run release`: keeps what this version promises its phones in docs/released/, with one day of calls they make. */

import { isOlder } from '../../domain/kernel/version'
import { recordedDay } from '../../tests/builders/story'
import { appVersion } from '../env'
import { readApis } from './apis'
import { root } from './options'
import { contractBreaks } from './released/comparing'
import { contractOf } from './released/shape'
import { readRelease, releases, writeRelease } from './released/snapshot'
import { CannotGoOn, command } from './say'

command(async () => {
  const last = releases().at(-1)
  if (last !== undefined && !isOlder(last, appVersion))
    throw new CannotGoOn(`${last} is released: raise the version in package.json above it first.`)
  const contract = contractOf(await readApis(root))
  const breaks = last === undefined ? [] : contractBreaks(readRelease(last).contract, contract)
  if (breaks.length > 0) throw new CannotGoOn(`Phones of ${last} would trip over this:\n${breaks.join('\n')}`)
  const deeds = await recordedDay()
  writeRelease({ version: appVersion, contract, deeds })
  console.log(`docs/released/${appVersion} holds ${Object.keys(contract).length} endpoints and ${deeds.length} deeds.`)
})
