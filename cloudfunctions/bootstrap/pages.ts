/** Walks a whole collection by `_id`, a page at each call. */
import { AppError } from '../../domain/kernel/errors'
import { type CollectionName, command, type DocOf, find } from '../_lib/cloud'
import { collections } from '../_lib/collections'

const PAGE = 100

const isCollection = (name: string): name is CollectionName => Object.hasOwn(collections, name)

export const pageOf = async <N extends CollectionName>(
  name: N,
  cursor: string | undefined,
): Promise<{ rows: DocOf<N>[]; next?: string }> => {
  const { rows, more } = await find(name, cursor === undefined ? {} : { _id: command.gt(cursor) }, {
    order: [['_id', 'asc']],
    limit: PAGE,
    withEvents: true,
  })
  const last = rows.at(-1)
  return { rows, ...(more && last ? { next: last._id } : {}) }
}

export const collectionNamed = (name: string): CollectionName => {
  if (!isCollection(name)) throw new AppError('NOT_FOUND')
  return name
}

/** As many at once as one instance sends without waiting in its own queue. */
const AT_ONCE = 10

export const each = async <T, R>(rows: readonly T[], act: (row: T) => Promise<R>): Promise<R[]> => {
  const answers: R[] = []
  for (let from = 0; from < rows.length; from += AT_ONCE)
    answers.push(...(await Promise.all(rows.slice(from, from + AT_ONCE).map(act))))
  return answers
}
