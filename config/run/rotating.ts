/** Turns the key ring: a new key, everything sealed again under it, and the old key gone once nothing needs it. */
import { randomUUID } from 'node:crypto'
import { collections } from '../../cloudfunctions/_lib/collections'
import { marksOf } from '../../domain/kernel/personal'
import { readEnv, writeEnv } from './data-folder'
import { operatorOf } from './demo/caller'
import { type KeyRing, readKeyRing, withNewKey, withoutOldKeys } from './keys'
import { type OwnCloud, ownCloud } from './operate'
import { CannotGoOn } from './say'

const names = Object.entries(collections)
const sealed = names.filter(([, { schema }]) => Object.keys(marksOf(schema)).length > 0).map(([name]) => name)
const chained = names
  .filter(([, { schema }]) => 'entries' in schema && 'events' in schema.entries)
  .map(([name]) => name)

/** Page by page, as the cloud's time limit for one call wants it. */
async function eachPage<P extends { next?: string | undefined }>(
  page: (cursor: string | undefined) => Promise<P>,
  take: (page: P) => void,
): Promise<void> {
  let cursor: string | undefined
  do {
    const answer = await page(cursor)
    take(answer)
    cursor = answer.next
  } while (cursor !== undefined)
}

async function sealAgain(cloud: OwnCloud): Promise<number> {
  let count = 0
  for (const collection of sealed)
    await eachPage(
      (cursor) =>
        operatorOf(cloud).rotate({
          requestId: randomUUID(),
          collection,
          ...(cursor !== undefined && { cursor }),
        }),
      (page) => {
        count += page.sealed
      },
    )
  return count
}

async function brokenChains(cloud: OwnCloud): Promise<{ checked: number; broken: string[] }> {
  const found = { checked: 0, broken: [] as string[] }
  for (const collection of chained)
    await eachPage(
      (cursor) =>
        operatorOf(cloud).verifyChains({
          requestId: randomUUID(),
          collection,
          ...(cursor !== undefined && { cursor }),
        }),
      (page) => {
        found.checked += page.checked
        found.broken.push(...page.broken.map((id) => `${collection}/${id}`))
      },
    )
  return found
}

const keep = (dataDir: string, ring: KeyRing): void =>
  writeEnv(dataDir, { ...readEnv(dataDir), NUANHU_KEYS: JSON.stringify(ring) })

async function onCloud<T>(dataDir: string, act: (cloud: OwnCloud) => Promise<T>): Promise<T> {
  const cloud = await ownCloud(dataDir)
  try {
    return await act(cloud)
  } finally {
    await cloud.stop()
  }
}

export async function rotateKeys(dataDir: string, say: (line: string) => void): Promise<void> {
  const ring = withNewKey(readKeyRing(readEnv(dataDir).NUANHU_KEYS))
  keep(dataDir, ring)
  const left = await onCloud(dataDir, async (cloud) => {
    say(`${await sealAgain(cloud)} documents are sealed under ${ring.encrypt.current}.`)
    return sealAgain(cloud)
  })
  if (left > 0) throw new CannotGoOn(`${left} documents changed meanwhile: the old key stays, run this once more.`)
  keep(dataDir, withoutOldKeys(ring))
  const { checked, broken } = await onCloud(dataDir, brokenChains)
  if (broken.length > 0) throw new CannotGoOn(`These histories no longer verify: ${broken.join(', ')}.`)
  say(`The old key is gone; ${checked} histories verify.`)
}
