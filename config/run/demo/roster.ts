/** The demo city's employer claims for its own people: a roster in, gone through row by row, and handed in. */
import * as v from 'valibot'
import type { Day } from '../../../domain/kernel/time'
import { phoneOf, type Uploading, upload } from './caller'
import { bornYearsAgo, madeUpNumber } from './documents'
import type { Journal } from './journal'
import { type DemoWorker, workers } from './rows'
import { numberFor } from './workers'

export type Employer = {
  readonly cloud: Uploading
  readonly journal: Journal
  readonly siteId: string
  readonly today: Day
}

/** Some of the site's own, who read in the app that they are counted. */
const registered = ['worker', 'demo-wang', 'demo-li', 'demo-mai'] as const
/** Theirs too, and not registered here; the last one's number has a slip in it. */
const others = [
  { name: '谭小波', age: 27 },
  { name: '龚玉珍', age: 49 },
  { name: '汤火根', age: 38 },
] as const
const FIRST_NUMBER = 900

const known: readonly DemoWorker[] = workers
const nameOf = (slug: string): string => known.find((row) => row.slug === slug)?.name ?? ''

const rosterOn = (today: Day): string => {
  const own = registered.map((slug) => [nameOf(slug), numberFor(slug, today)])
  const unregistered = others.map(({ name, age }, at) => {
    const number = madeUpNumber('43', bornYearsAgo(age, today), FIRST_NUMBER + at)
    return [name, at === others.length - 1 ? number.slice(0, -1) : number]
  })
  const rows = [...own, ...unregistered].map(([name, number]) => `${name},${number},是`)
  return ['姓名,证件号,主营业务', ...rows].join('\r\n')
}

const card = { name: '长寿路三号楼项目部（演示）', account: '99999900000000001', bank: '建设银行' }

const Draft = v.object({ claim: v.object({ id: v.string(), version: v.number() }) })

export async function claimByRoster({ cloud, journal, siteId, today }: Employer, programmeId: string): Promise<void> {
  const { claim } = phoneOf(cloud, 'employer')
  const read = await journal.once('roster-read', Draft, async () => {
    const fileId = await upload(cloud, 'employer', 'demo-roster.csv', Buffer.from(rosterOn(today)))
    const scope = { level: 'site', id: siteId } as const
    const month = today.slice(0, 7)
    return claim.readRoster({ requestId: 'demo-roster', scope, programmeId, edition: 1, month, fileId })
  })
  const { id, version } = read.claim
  await journal.once('roster-counted', v.object({ counted: v.number() }), () =>
    claim.countRoster({ requestId: 'demo-roster-count', id, part: 0 }),
  )
  const form = { card, evidence: [], declares: true as const }
  await journal.once('roster-handed-in', Draft, () =>
    claim.submitRoster({ requestId: 'demo-roster-submit', id, version, form }),
  )
}
