/** Somebody of a story of the screens, registered on their own phone. */
import { phoneOf } from '../../config/run/demo/caller'
import { bornYearsAgo, madeUpNumber } from '../../config/run/demo/documents'
import { onOf } from '../../domain/kernel/time'
import type { Cloud } from '../../platform/cloud'

export type Cast = { readonly slug: string; readonly name: string; readonly age: number }

/** Two with the same `at` and age come with the same document. */
export async function register(cloud: Cloud, scene: string, { slug, name, age }: Cast, at: number) {
  const { worker } = phoneOf(cloud, slug)
  const { version, hash } = await worker.consent({})
  const number = madeUpNumber('34', bornYearsAgo(age, onOf(new Date())), 700 + at)
  const { card } = await worker.register({
    requestId: `screens-${slug}`,
    scene,
    consent: { version, hash, agreesToBasic: true, agreesToSensitive: true },
    person: {
      name,
      phone: { source: 'typed', phone: `1990000${7000 + at}` },
      document: { kind: 'residentId', number },
      homeProvince: '34',
    },
    stay: { residence: 'factory', trade: 'construction', exposure: 'no', stay: 'staying', companion: 'alone' },
  })
  return card
}
