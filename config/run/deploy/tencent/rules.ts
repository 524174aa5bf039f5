/** Who may read, write and call in a cloud environment, through @cloudbase/manager-node. */
import type CloudBase from '@cloudbase/manager-node'
import * as v from 'valibot'
import type { Cloud, Rule } from '../cloud'

/** The most collections one question may name. */
const PAGE = 100

const Permissions = v.object({
  Data: v.object({
    PermissionList: v.nullish(
      v.array(
        v.object({
          Resource: v.nullish(v.string()),
          Permission: v.nullish(v.string()),
          SecurityRule: v.nullish(v.string()),
        }),
      ),
    ),
  }),
})
const StorageRule = v.object({ acl: v.string(), rule: v.optional(v.unknown()) })

const ruleIn = (text: string | null | undefined): unknown => {
  try {
    return text ? JSON.parse(text) : undefined
  } catch {
    return text
  }
}

type Rules = Pick<
  Cloud,
  'collectionRules' | 'closeCollection' | 'storageRule' | 'setStorageRule' | 'callRule' | 'setCallRule'
>

export function rulesOf({ permission, storage }: CloudBase): Rules {
  const read = async (resourceType: 'collection' | 'function', resources?: string[]) => {
    const asked = resources === undefined ? { resourceType } : { resourceType, resources }
    const { Data } = v.parse(Permissions, await permission.describeResourcePermission(asked))
    return (Data.PermissionList ?? []).map(({ Resource, Permission, SecurityRule }): [string, Rule] => [
      Resource ?? '',
      { level: Permission ?? '', rule: ruleIn(SecurityRule) },
    ])
  }
  return {
    collectionRules: async (names) => {
      const pages = Array.from({ length: Math.ceil(names.length / PAGE) }, (_, page) =>
        names.slice(page * PAGE, (page + 1) * PAGE),
      )
      const rows: [string, Rule][] = []
      for (const page of pages) rows.push(...(await read('collection', [...page])))
      return new Map(rows)
    },
    closeCollection: async (name) => {
      await permission.modifyResourcePermission({ resourceType: 'collection', resource: name, permission: 'ADMINONLY' })
    },
    storageRule: async () => {
      const { acl, rule } = v.parse(StorageRule, await storage.getStorageAcl({ withRule: true }))
      return { level: acl, rule }
    },
    setStorageRule: async (rule) => {
      await storage.setStorageAcl('CUSTOM', { ...rule })
    },
    callRule: async () => (await read('function'))[0]?.[1] ?? { level: '' },
    setCallRule: async (rule) => {
      const securityRule = JSON.stringify(rule)
      await permission.modifyResourcePermission({ resourceType: 'function', permission: 'CUSTOM', securityRule })
    },
  }
}
