/** Seals one page of a collection again under the current key; what moves meanwhile is read and sealed again. */
import * as v from 'valibot'
import { AppError } from '../../domain/kernel/errors'
import { sealedUnder } from '../_lib/cipher'
import { apply, type CollectionName, type DocOf, get, opened } from '../_lib/cloud'
import { collections } from '../_lib/collections'
import { atMarks, marksIn } from '../_lib/crypto'
import { EventRow, resealed } from '../_lib/history'
import { keys } from '../_lib/keys'
import type { BootstrapHandler } from './handlers'
import { collectionNamed, each, pageOf } from './pages'

const Versioned = v.object({ version: v.number() })
const WithHistory = v.object({ events: v.array(EventRow) })

const isStale = (text: string): boolean => {
  const keyId = sealedUnder(text)
  return keyId !== undefined && keyId !== keys().encrypt.current
}

/** The fields of the document that hold something under an older key. */
const staleFields = <N extends CollectionName>(name: N, doc: DocOf<N>): Set<string> => {
  const fields = new Set<string>()
  atMarks(marksIn(collections[name].schema), doc, (text, path) => {
    const [field = ''] = path.split(/[.[]/)
    if (isStale(text)) fields.add(field)
    return text
  })
  return fields
}

/** What to write so that nothing in the document is under an older key; undefined when nothing is. */
const freshValues = <N extends CollectionName>(name: N, doc: DocOf<N>): Record<string, unknown> | undefined => {
  const fields = staleFields(name, doc)
  const values = fields.size > 0 ? Object.entries(opened(name, doc)).filter(([field]) => fields.has(field)) : []
  const hasStaleHistory =
    v.is(WithHistory, doc) && doc.events.some(({ sealed }) => sealed !== undefined && isStale(sealed))
  const history = hasStaleHistory ? [['events', resealed(doc._id, doc.events)] as const] : []
  return values.length + history.length > 0 ? Object.fromEntries([...values, ...history]) : undefined
}

const TRIES = 5

/** The version guards against a move in between and stays as it was: nobody sees that anything changed. */
const reseal = async <N extends CollectionName>(name: N, read: DocOf<N>): Promise<number> => {
  let doc: DocOf<N> | undefined = read
  for (let tries = 0; doc && tries < TRIES; tries += 1) {
    const set = freshValues(name, doc)
    if (!set) return 0
    const guard = v.is(Versioned, doc) ? { version: doc.version } : {}
    if (await apply(name, doc._id, guard, { set })) return 1
    doc = await get(name, doc._id)
  }
  if (doc) throw new AppError('CONFLICT', { reason: `${name} ${doc._id} never stood still` })
  return 0
}

export const rotate: BootstrapHandler<'rotate'> = async ({ collection, cursor }) => {
  const name = collectionNamed(collection)
  const { rows, next } = await pageOf(name, cursor)
  const sealed = await each(rows, (doc) => reseal(name, doc))
  return { sealed: sealed.reduce((sum, one) => sum + one, 0), ...(next === undefined ? {} : { next }) }
}
