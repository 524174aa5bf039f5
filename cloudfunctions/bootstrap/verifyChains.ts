/** Checks the history chain of one page of cases, erased ones included, and names the broken ones. */
import * as v from 'valibot'
import { AppError } from '../../domain/kernel/errors'
import { collections } from '../_lib/collections'
import { EventRow, isIntact } from '../_lib/history'
import type { BootstrapHandler } from './handlers'
import { collectionNamed, pageOf } from './pages'

const Chained = v.object({ _id: v.string(), version: v.number(), events: v.array(EventRow) })

/** Each version has its row; a value that no longer opens breaks the chain like a changed one. */
const isWhole = (doc: object): boolean => {
  if (!v.is(Chained, doc) || doc.events.length !== doc.version + 1) return false
  try {
    return isIntact(doc._id, doc.events)
  } catch {
    return false
  }
}

export const verifyChains: BootstrapHandler<'verifyChains'> = async ({ collection, cursor }) => {
  const name = collectionNamed(collection)
  if (!Object.hasOwn(collections[name].schema.entries, 'events')) throw new AppError('NOT_FOUND')
  const { rows, next } = await pageOf(name, cursor)
  const broken = rows.filter((doc) => !isWhole(doc)).map(({ _id }) => _id)
  return { checked: rows.length, broken, ...(next === undefined ? {} : { next }) }
}
