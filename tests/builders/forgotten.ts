/** What is left of somebody in claims, in the lines that paid them, in what was said and in storage. */
import { createHash } from 'node:crypto'
import * as v from 'valibot'
import type { ClaimTown } from './claims'
import { storedIn } from './stored'
import { newRequest, type Phone } from './town'

const once = () => ({ requestId: newRequest() })

export const erase = async (phone: Phone) => {
  const { card } = await phone.worker.mine({})
  if (!card) throw new Error('no registration')
  return phone.worker.act({ ...once(), id: card.id, version: card.version, action: 'erase', form: {} })
}

const gone = ['ownerId', 'orgId', 'personKey', 'payee', 'account', 'bank', 'accountKey', 'said', 'parts', 'replaced']
const Pictured = v.object({ evidence: v.array(v.object({ fileId: v.string() })) })

/** Storage keeps a file under the hash of its path. */
const storedAs = (fileId: string): string =>
  createHash('sha256')
    .update(fileId.replace(/^cloud:\/\/[^/]+\//, ''))
    .digest('hex')

export const leftIn = async ({ town, siteId }: ClaimTown) => {
  const db = await storedIn(town.cloud)
  return {
    db,
    isStored: (fileId: string): boolean => town.cloud.paths().some((path) => path.endsWith(storedAs(fileId))),
    countFiles: (): number => town.cloud.paths().filter((path) => path.includes('/files/')).length,
    filesOf: async (id: string): Promise<string[]> =>
      v.parse(Pictured, await db.one('claims', id)).evidence.map(({ fileId }) => fileId),
    booksOf: (programmeId: string) => db.one('books', programmeId),
    clockComes: async (now: Date): Promise<void> => {
      town.cloud.setNow(now)
      await town.cloud.tick()
    },
    /** Every trace of a person in a claim that was theirs; none, once they are forgotten. */
    tracesIn: async (id: string): Promise<string[]> => {
      const claim = await db.one('claims', id)
      const lines = await db.all('batchLines', { claimId: id })
      const objections = await db.all('objections', { claimId: id })
      const text = JSON.stringify(claim)
      return [
        ...gone.filter((field) => claim && Object.hasOwn(claim, field)),
        ...(text.includes('"sealed"') ? ['a form in its history'] : []),
        ...(text.includes(siteId) ? ['their site'] : []),
        ...(claim?.isListed === false ? [] : ['on the published list']),
        ...(v.parse(Pictured, claim).evidence.length > 0 ? ['pictures'] : []),
        ...lines.flatMap((line) => ['name', 'account', 'bank'].filter((field) => Object.hasOwn(line, field))),
        ...(lines.every(({ hash }) => /^[0-9a-f]{64}$/.test(String(hash))) ? [] : ['a line without its hash']),
        ...objections.filter((one) => Object.hasOwn(one, 'words')).map(() => 'words against it'),
      ]
    },
  }
}
export type Left = Awaited<ReturnType<typeof leftIn>>
