/** What the owner of the phone allows this app: asked once, remembered, changed in a list. */
import { askScope } from '../layer/consent'
import { askTicks } from '../layer/ticks'
import { ApiFailure, asyncApis, isObject, needed } from './define'
import { phoneStorage } from './phone-storage'
import { register } from './registry'

type Scopes = Record<string, boolean>

function allowed(): Scopes {
  const kept = phoneStorage.read('scopes')
  return Object.fromEntries(
    Object.entries(isObject(kept) ? kept : {}).flatMap(([scope, isOn]) =>
      typeof isOn === 'boolean' ? [[scope, isOn]] : [],
    ),
  )
}

const allow = (scope: string, isOn: boolean): void => phoneStorage.write('scopes', { ...allowed(), [scope]: isOn })

/** Once refused, it stays so until it is changed in the settings. */
export async function authorizeScope(scope: string): Promise<void> {
  if (allowed()[scope] === undefined) allow(scope, await askScope(scope))
  if (!allowed()[scope]) throw new ApiFailure('auth deny', { errno: 103 })
}

export async function openSettings(): Promise<Scopes> {
  const before = allowed()
  const chosen = await askTicks('设置', Object.entries(before))
  for (const [scope, isOn] of Object.entries(chosen ?? {})) allow(scope, isOn)
  return allowed()
}

register({
  ...asyncApis({
    authorize: (options) => authorizeScope(needed(options, 'scope')),
    getSetting: () => ({ authSetting: allowed(), subscriptionsSetting: { mainSwitch: true, itemSettings: {} } }),
    openSetting: async () => ({ authSetting: await openSettings() }),
    openAppAuthorizeSetting: () => undefined,
  }),
})
