/** A cloud environment of WeChat, which is one of Tencent Cloud: everything through @cloudbase/manager-node. */
import CloudBase from '@cloudbase/manager-node'
import type { Cloud } from './cloud'
import type { Account } from './secrets'
import { databaseOf } from './tencent/database'
import { functionsOf } from './tencent/functions'
import { rulesOf } from './tencent/rules'

export function openCloud({ envId, ...key }: Account): Cloud {
  const app = new CloudBase({ envId, ...key })
  return { ...functionsOf(app, envId), ...databaseOf(app), ...rulesOf(app) }
}
