/** Fills a fresh cloud with the demo city, through the same endpoints people use: nothing is written past them. */
import * as v from 'valibot'
import { bootstrapApi } from '../../../domain/bootstrap'
import type { Role, Scope } from '../../../domain/kernel/roles'
import { onOf } from '../../../domain/kernel/time'
import { siteApi } from '../../../domain/site'
import { staffApi } from '../../../domain/staff'
import { type PersonaSlug, personas } from '../personas'
import { operatorOf, phoneOf, type Uploading } from './caller'
import { fillCounter } from './claims'
import { Journal } from './journal'
import { CITY, DISTRICT, type SiteKey, sites, streets } from './rows'
import { fillWall } from './wishes'
import { registerWishers, registerWorkers, type Stage } from './workers'

const staffNamed = (slug: PersonaSlug) => personas.find((persona) => persona.slug === slug)

type City = { readonly cloud: Uploading; readonly journal: Journal; readonly onProgress: (line: string) => void }

const { inviteAdmin } = bootstrapApi.endpoints
const { accept } = staffApi.endpoints
const { addArea, create } = siteApi.endpoints

async function acceptAs({ cloud, journal }: City, slug: PersonaSlug, token: string): Promise<void> {
  const persona = staffNamed(slug)
  if (!persona || !('staff' in persona)) return
  const input = { requestId: `demo-accept-${slug}`, token, name: persona.staff.name }
  await journal.once(`accept-${slug}`, accept.output, () => phoneOf(cloud, slug).staff.accept(input))
}

async function appoint(city: City, slug: PersonaSlug, by: PersonaSlug, role: Role, scope: Scope): Promise<void> {
  const { cloud, journal } = city
  const input = { requestId: `demo-invite-${slug}`, role, scope, hours: 24 }
  const { token } = await journal.once(`invite-${slug}`, v.object({ token: v.string() }), () =>
    phoneOf(cloud, by).staff.invite(input),
  )
  await acceptAs(city, slug, token)
}

async function openCity(city: City): Promise<void> {
  const { cloud, journal } = city
  const { token } = await journal.once('bootstrap', inviteAdmin.output, () =>
    operatorOf(cloud).inviteAdmin({
      requestId: 'demo-bootstrap',
      cityId: CITY,
    }),
  )
  await acceptAs(city, 'city', token)
  for (const street of streets)
    await journal.once(`street-${street.id}`, addArea.output, () =>
      phoneOf(cloud, 'city').site.addArea({
        requestId: `demo-street-${street.id}`,
        kind: 'street',
        ...street,
      }),
    )
}

async function openSites({ cloud, journal }: City): Promise<Stage['sites']> {
  const opened = new Map<SiteKey, { id: string; scene: string }>()
  for (const { key, streetId, details } of sites) {
    const { site } = await journal.once(`site-${key}`, create.output, () =>
      phoneOf(cloud, 'city').site.create({
        requestId: `demo-site-${key}`,
        streetId,
        details,
      }),
    )
    opened.set(key, { id: site.id, scene: site.scene })
  }
  return opened
}

async function appointAll(city: City, siteId: string, stationId: string): Promise<void> {
  await appoint(city, 'street', 'city', 'streetOfficer', { level: 'street', id: streets[0].id })
  await appoint(city, 'union', 'city', 'unionOfficer', { level: 'district', id: DISTRICT })
  await appoint(city, 'inspector', 'city', 'inspector', { level: 'city', id: CITY })
  await appoint(city, 'supervisor', 'city', 'supervisor', { level: 'city', id: CITY })
  await appoint(city, 'site-officer', 'street', 'siteOfficer', { level: 'site', id: siteId })
  await appoint(city, 'street-union', 'union', 'unionOfficer', { level: 'street', id: streets[0].id })
  await appoint(city, 'keeper', 'union', 'stationKeeper', { level: 'site', id: stationId })
  await appoint(city, 'content-reviewer', 'city', 'contentReviewer', { level: 'city', id: CITY })
  const district = { level: 'district', id: DISTRICT } as const
  for (const role of ['reviewer', 'countersigner', 'cashier'] as const)
    await appoint(city, role, 'city', role, district)
  await appoint(city, 'bureau', 'city', 'bureauOfficer', district)
  await appoint(city, 'employer', 'city', 'employerOfficer', { level: 'site', id: siteId })
}

/** Loads what is not loaded yet; a loaded city costs one look at a file. */
export async function loadDemoCity(
  cloud: Uploading,
  dataDir: string,
  now: Date,
  onProgress: (line: string) => void,
): Promise<void> {
  const journal = new Journal(dataDir)
  if (journal.isLoaded) return
  const city: City = { cloud, journal, onProgress }
  onProgress('demo city: first admin, streets, places')
  await openCity(city)
  const opened = await openSites(city)
  onProgress('demo city: staff accept their invitations')
  const stationId = opened.get('station')?.id ?? ''
  await appointAll(city, opened.get('tower')?.id ?? '', stationId)
  onProgress('demo city: workers register')
  const stage: Stage = { cloud, journal, sites: opened, today: onOf(now) }
  await registerWishers(stage)
  await registerWorkers(stage)
  onProgress('demo city: wishes are made, lit and handed over; subsidies are claimed, decided and paid')
  const { today } = stage
  await Promise.all([
    fillWall({ cloud, journal, stationId, today }),
    fillCounter({ cloud, journal, siteId: opened.get('tower')?.id ?? '', today }),
  ])
  journal.finish()
}
