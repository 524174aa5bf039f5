/** The demo city's workers register as people do, and the desk looks at some of them. */
import * as v from 'valibot'
import type { Day } from '../../../domain/kernel/time'
import { numberOf } from '../personas'
import { type Callable, phoneOf, Refused } from './caller'
import { bornYearsAgo, madeUpNumber } from './documents'
import type { Journal } from './journal'
import { type DemoWorker, type SiteKey, workers } from './rows'
import { wishers } from './wish-rows'

export type Stage = {
  readonly cloud: Callable
  readonly journal: Journal
  readonly sites: ReadonlyMap<SiteKey, { readonly id: string; readonly scene: string }>
  readonly today: Day
}

const Registered = v.object({ id: v.string(), version: v.number() })
const known: readonly DemoWorker[] = workers
/** In this order they have their numbers. */
const rows: readonly DemoWorker[] = [...known, ...wishers]

/** Apart from the numbers WeChat knows the personas under. */
const typedPhone = (row: DemoWorker): string => numberOf(100 + rows.indexOf(row))

function documentOf(row: DemoWorker, today: Day): { kind: 'residentId'; number: string } {
  const holder = rows.find(({ slug }) => slug === row.sameDocumentAs) ?? row
  const bornOn = bornYearsAgo(holder.age, today)
  return { kind: 'residentId', number: madeUpNumber(holder.province, bornOn, 100 + rows.indexOf(holder)) }
}

/** The number of somebody of the city, for whoever writes it down as well. */
export const numberFor = (slug: string, today: Day): string => {
  const row = rows.find((one) => one.slug === slug)
  return row ? documentOf(row, today).number : ''
}

const stood = (stage: Stage, row: DemoWorker) => stage.sites.get(row.site) ?? { id: '', scene: '' }

async function registerBySelf(stage: Stage, row: DemoWorker): Promise<v.InferOutput<typeof Registered> | undefined> {
  const { cloud, today } = stage
  const { worker } = phoneOf(cloud, row.slug)
  const text = await worker.consent({})
  const input = {
    requestId: `demo-register-${row.slug}`,
    scene: stood(stage, row).scene,
    consent: { version: text.version, hash: text.hash, agreesToBasic: true, agreesToSensitive: true },
    person: {
      name: row.name,
      phone: { source: 'typed', phone: typedPhone(row) },
      document: documentOf(row, today),
      homeProvince: row.province,
    },
    stay: row.stay,
  } as const
  try {
    const { card } = await worker.register(input)
    return { id: card.id, version: card.version }
  } catch (failure) {
    /** A child is stopped, which is what this row shows the inspector. */
    if (failure instanceof Refused && failure.code === 'UNDERAGE') return undefined
    throw failure
  }
}

async function registerByOfficer(stage: Stage, row: DemoWorker): Promise<void> {
  const { cloud, journal, today } = stage
  const person = {
    name: row.name,
    phone: typedPhone(row),
    document: documentOf(row, today),
    homeProvince: row.province,
    stay: row.stay,
  }
  const input = { requestId: `demo-register-${row.slug}`, siteId: stood(stage, row).id, person, saidYes: true } as const
  await journal.once(`register-${row.slug}`, v.object({ workerId: v.string() }), () =>
    phoneOf(cloud, 'site-officer').worker.registerFor(input),
  )
}

const moves = {
  verifyInStreet: { by: 'street', action: 'verify', form: {} },
  verify: { by: 'site-officer', action: 'verify', form: {} },
  reject: { by: 'site-officer', action: 'reject', form: { reason: '名字和证件上的不一样' } },
  leave: { by: 'self', action: 'leave', form: { from: 'city' } },
} as const

async function moveOn(stage: Stage, row: DemoWorker, registered: v.InferOutput<typeof Registered>): Promise<void> {
  if (!row.move) return
  const { by, ...move } = moves[row.move]
  const { worker } = phoneOf(stage.cloud, by === 'self' ? row.slug : by)
  const input = { requestId: `demo-move-${row.slug}`, ...registered, ...move }
  await stage.journal.once(`move-${row.slug}`, v.object({ state: v.string() }), () => worker.act(input))
}

const registerOne = async (stage: Stage, row: DemoWorker): Promise<void> => {
  const registered = await stage.journal.once(
    `register-${row.slug}`,
    v.nullish(Registered),
    async () => (await registerBySelf(stage, row)) ?? null,
  )
  if (registered) await moveOn(stage, row, registered)
}

/** Before the others, so that these stand on top of every list, newest first. */
export const registerWishers = async (stage: Stage): Promise<void> => {
  await Promise.all(wishers.map((row) => registerOne(stage, row)))
}

export async function registerWorkers(stage: Stage): Promise<void> {
  for (const row of known) {
    if (row.isAssisted) {
      await registerByOfficer(stage, row)
      continue
    }
    await registerOne(stage, row)
  }
}
