/** A cloud of its own with one site, its officer and a worker's way of registering: what every figure is measured on. */
import { join } from 'node:path'
import { provinces } from '../../../domain/kernel/places'
import { onOf } from '../../../domain/kernel/time'
import { type Cloud, startCloud } from '../../../platform/cloud'
import { DESK_TEMPLATE } from '../../env'
import { operatorOf, phoneWith } from '../demo/caller'
import { bornYearsAgo, madeUpNumber } from '../demo/documents'
import { freshKeyRing } from '../keys'
import { root } from '../options'
import { newFolder } from './folder'

export const admin = 'oBenchAdmin0001'
export const officer = 'oBenchOfficer01'
const CITY = '310000'
const STREET = { id: '310106014', name: '曹家渡街道', districtId: '310106' }

export type Town = {
  readonly cloud: Cloud
  readonly keys: string
  readonly sites: readonly { readonly id: string; readonly scene: string }[]
  readonly consent: { version: number; hash: string; agreesToBasic: true; agreesToSensitive: true }
}

/** Enough sites that the day's limit of one does not end the measuring. */
const SITES = 20

export async function openTown(dataDir = newFolder(), keys = JSON.stringify(freshKeyRing())): Promise<Town> {
  const cloud = await startCloud({
    port: 0,
    dataDir,
    distDir: join(root, 'dist', 'cloudfunctions'),
    env: { NUANHU_KEYS: keys, NUANHU_NOTICE_TEMPLATE: DESK_TEMPLATE, NUANHU_OLDEST_CLIENT: '0.0.0' },
    timers: false,
    quiet: true,
  })
  const [boss, clerk] = [phoneWith(cloud, admin), phoneWith(cloud, officer)]
  const { token } = await operatorOf(cloud).inviteAdmin({
    requestId: 'bench-0001',
    cityId: CITY,
  })
  await boss.staff.accept({ requestId: 'bench-0002', token, name: '管理员' })
  await boss.site.addArea({
    requestId: 'bench-0003',
    kind: 'street',
    ...STREET,
  })
  const sites: { id: string; scene: string }[] = []
  for (let n = 0; n < SITES; n += 1) {
    const details = {
      name: `工地 ${n + 1}`,
      address: '某路 1 号',
      residence: 'factory',
      keeperName: '值班室',
      keeperPhone: '021-00000000',
    } as const
    const { site } = await boss.site.create({
      requestId: `bench-site-${n}`,
      streetId: STREET.id,
      details,
    })
    sites.push({ id: site.id, scene: site.scene })
  }
  const scope = { level: 'street', id: STREET.id } as const
  const invited = await boss.staff.invite({
    requestId: 'bench-0004',
    role: 'streetOfficer',
    scope,
    hours: 1,
  })
  await clerk.staff.accept({
    requestId: 'bench-0005',
    token: invited.token,
    name: '街道',
  })
  const text = await clerk.worker.consent({})
  return {
    cloud,
    keys,
    sites,
    consent: { version: text.version, hash: text.hash, agreesToBasic: true, agreesToSensitive: true },
  }
}

/** Spreads the holders of a number over birthdays and places, so that a million differ. */
/** Those whose residents carry a resident identity card. */
const provinceIds = Object.keys(provinces).filter((id) => id < '70')
/** Forty ages and a thousand sequence numbers. */
const IN_A_PROVINCE = 40_000
/** Numbers from here on belong to nobody who was seeded. */
export const FIRST_FRESH = (provinceIds.length - 1) * IN_A_PROVINCE

/** A document number of their own for each n below 1,240,000. */
export const numberOf = (n: number): string => {
  const bornOn = bornYearsAgo(20 + (n % 40), onOf(new Date()))
  return madeUpNumber(provinceIds[Math.floor(n / IN_A_PROVINCE)] ?? '', bornOn, Math.floor(n / 40) % 1000)
}

export const draftOf = ({ sites, consent }: Town, n: number) =>
  ({
    requestId: `bench-reg-${n}`,
    scene: sites[n % sites.length]?.scene ?? '',
    consent,
    person: {
      name: '张建国',
      phone: { source: 'typed', phone: `1${3_000_000_000 + n}` },
      document: { kind: 'residentId', number: numberOf(n) },
      homeProvince: '34',
    },
    stay: { residence: 'factory', trade: 'construction', exposure: 'no', stay: 'staying', companion: 'alone' },
  }) as const
