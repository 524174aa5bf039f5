/** A wall of many lamps: one hung by real deeds, the others written after it past the door, sealed and indexed as it is. */
import { addDays, onOf } from '../../../domain/kernel/time'
import { phoneWith } from '../demo/caller'
import { becomeFunction } from './seed'
import { admin, draftOf, FIRST_FRESH, type Town } from './town'

const DISTRICT = '310106'
const PORTION = 1000

export const lampId = (n: number): string => `bench-lamp-${n}`

/** A union of the district publishes a drive; a worker wishes; one union proposes, another lists. */
async function hangOne(town: Town): Promise<{ driveId: string; wishId: string }> {
  const { cloud, sites } = town
  const boss = phoneWith(cloud, admin)
  const [proposer, union, worker] = ['oBenchUnion1', 'oBenchUnion2', 'oBenchWisher'].map((id) => phoneWith(cloud, id))
  const [station] = sites
  if (!proposer || !union || !worker || !station) throw new Error('nobody there')
  const scope = { level: 'district', id: DISTRICT } as const
  for (const [at, phone] of [proposer, union].entries()) {
    const requestId = `bench-union-${at}`
    const { token } = await boss.staff.invite({ requestId, role: 'unionOfficer', scope, hours: 1 })
    await phone.staff.accept({ requestId: `${requestId}-yes`, token, name: '工会' })
  }
  const today = onOf(new Date())
  const details = {
    title: '点亮微心愿',
    opensOn: addDays(today, -1),
    endsOn: addDays(today, 30),
    rules: [],
    kinds: [{ kind: 'schoolBag' as const, valueCapFen: 15_000 }],
    wishesEach: 5,
    quota: 200_000,
    delivery: 'collect' as const,
    stationIds: [station.id],
    budgetFen: 0,
  }
  const { drive } = await union.wish.publishDrive({ requestId: 'bench-drive', scope, details })
  await worker.worker.register(draftOf(town, FIRST_FRESH + 30_000))
  const words = { kind: 'schoolBag', detail: '三年级', story: '女儿开学上三年级，想要一个结实的。' } as const
  const { wish } = await worker.wish.make({ requestId: 'bench-wish', driveId: drive.id, words })
  const once = { id: wish.id, form: {} }
  const act = { ...once, requestId: 'bench-propose', version: wish.version, action: 'propose' } as const
  const { version } = await proposer.wish.act(act)
  await union.wish.act({ ...once, requestId: 'bench-list', version, action: 'list' })
  return { driveId: drive.id, wishId: wish.id }
}

/** As the SDK writes them: a whole number says that it is one. */
const textOf = (doc: object): string =>
  JSON.stringify(doc, (_key, value: unknown) => (typeof value === 'number' ? { $numberInt: String(value) } : value))

/** Answers the drive; its lamps are `lampId(0)` to `lampId(count - 1)`. */
export async function hangLamps(town: Town, count: number): Promise<string> {
  const { driveId, wishId } = await hangOne(town)
  becomeFunction(town)
  const { getOpen } = await import('../../../cloudfunctions/_lib/cloud')
  const { collections } = await import('../../../cloudfunctions/_lib/collections')
  const { keyOf, seal } = await import('../../../cloudfunctions/_lib/crypto')
  const wish = await getOpen('wishes', wishId)
  if (!wish) throw new Error('no wish')
  const copy = (n: number): string => {
    const id = lampId(n)
    const fields = { ...wish, _id: id, wallKey: keyOf('wall', id), listKey: `${wish.createdAt}:${id}` }
    return textOf(seal(collections.wishes.schema, id, fields))
  }
  for (let from = 0; from < count; from += PORTION) {
    const data = Array.from({ length: Math.min(PORTION, count - from) }, (_, n) => copy(from + n))
    const answer = await fetch(`${town.cloud.url}/admin`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ action: 'database.insertDocument', collectionName: 'wishes', data }),
    })
    const text = await answer.text()
    if (!text.includes('insertedIds')) throw new Error(text.slice(0, 300))
  }
  return driveId
}
