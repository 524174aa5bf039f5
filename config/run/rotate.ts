/** `npm run rotate`: a new key for the data of this desk; the cloud must not be running on it meanwhile. */
import { prepareDataFolder } from './data-folder'
import { dataFolder, readOptions } from './options'
import { rotateKeys } from './rotating'
import { command } from './say'

command(async () => {
  const { data } = readOptions({ data: { type: 'string', default: '.data' } })
  const dataDir = dataFolder(data)
  prepareDataFolder(dataDir)
  await rotateKeys(dataDir, (line) => console.log(line))
})
