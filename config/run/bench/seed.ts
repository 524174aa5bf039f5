/** Stores many registrations, sealed and indexed as real ones are, past the door: two hundred thousand through it would take an hour. */
import { randomUUID } from 'node:crypto'
import type { Town } from './town'
import { numberOf } from './town'

const IN_FLIGHT = 64

/** The bench stands in for a function: the real SDK of this process speaks to the town's cloud. */
export const becomeFunction = ({ cloud, keys }: Town): void => {
  Object.assign(process.env, {
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${cloud.url}/admin` }),
    TENCENTCLOUD_RUNENV: 'SCF',
    SCF_NAMESPACE: 'local-1',
    TCB_ENV: 'local-1',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    TENCENTCLOUD_SECRETID: 'any',
    TENCENTCLOUD_SECRETKEY: 'any',
    NUANHU_KEYS: keys,
  })
}

export async function seed(town: Town, from: number, to: number): Promise<void> {
  becomeFunction(town)
  const { get, insert } = await import('../../../cloudfunctions/_lib/cloud')
  const { begin } = await import('../../../cloudfunctions/_lib/cases')
  const { newWorker } = await import('../../../cloudfunctions/worker/fields')
  const { readIdentity } = await import('../../../cloudfunctions/worker/person')
  const { workerMachine } = await import('../../../domain/worker')
  const sites = await Promise.all(town.sites.map(({ id }) => get('sites', id)))
  const stay = {
    residence: 'factory',
    trade: 'construction',
    exposure: 'no',
    stay: 'staying',
    companion: 'alone',
  } as const
  let at = from
  const runner = async (): Promise<void> => {
    while (at < to) {
      const n = at
      at += 1
      const site = sites[n % sites.length]
      if (!site) throw new Error('no site')
      const now = new Date()
      const id = randomUUID().replaceAll('-', '')
      const document = { kind: 'residentId', number: numberOf(n) } as const
      const identity = readIdentity({ document }, now)
      const fields = newWorker(
        id,
        site,
        { name: '王建军', homeProvince: '34', stay },
        identity,
        { phone: `1${3_000_000_000 + n}`, phoneSource: 'typed' },
        'seed',
        now,
      )
      await insert('idCards', { _id: identity.documentKey, workerId: id, at: now.toISOString() })
      await begin(
        'workers',
        workerMachine,
        'register',
        { ...fields, ownerId: `seed-${n}` },
        { actor: { personId: `seed-${n}`, grants: [] }, now, requestId: `seed-${n}` },
      )
    }
  }
  await Promise.all(Array.from({ length: IN_FLIGHT }, runner))
}
