/** `npm run bootstrap -- --city 310000 [--url URL]`: prints the one invitation from which a city's first admin comes. */
import { randomUUID } from 'node:crypto'
import { sayInstant } from '../../domain/kernel/time'
import { prepareDataFolder } from './data-folder'
import { operatorOf } from './demo/caller'
import { ownCloud, runningCloud } from './operate'
import { dataFolder, readOptions } from './options'
import { command } from './say'

command(async () => {
  const { url, city, data } = readOptions({
    url: { type: 'string' },
    city: { type: 'string', default: '310000' },
    data: { type: 'string', default: '.data' },
  })
  const dataDir = dataFolder(data)
  prepareDataFolder(dataDir)
  const own = url === undefined ? await ownCloud(dataDir) : undefined
  try {
    const cloud = own ?? runningCloud(url ?? '', dataDir)
    const { token, validUntil } = await operatorOf(cloud).inviteAdmin({ requestId: randomUUID(), cityId: city })
    console.log(`邀请码 ${token}\n${sayInstant(validUntil, new Date())} 前有效，只能用一次：在“我的 › 有邀请码”里输。`)
  } finally {
    await own?.stop()
  }
})
