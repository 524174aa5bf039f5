/** What waits around the wishes at this desk: a row for each list that holds anything, the late ones said in words. */
import { postingApi } from '../../../domain/posting/api'
import type { GrantView } from '../../../domain/staff/schema'
import { wishApi } from '../../../domain/wish/api'
import { postings, wishes } from '../../cloud/apis'
import { Card, Row } from '../../ui'
import { grantsFor, mayCall, type Place, placesOf, wishGrants } from '../parts/access'
import { open } from '../parts/routes'
import { askWaiting, countIn, lateIn, wordsOf } from '../wishes/shelf'

export type Errand = {
  readonly id: string
  readonly title: string
  readonly note: string
  readonly count: string
  readonly late: number
  readonly onOpen: () => void
}

const atUnion = async (place: Place): Promise<Errand[]> => {
  const { scope, name } = place
  const queues = await askWaiting(place)
  return queues.flatMap((queue) =>
    queue.rows.length === 0
      ? []
      : [
          {
            id: `wishes-${queue.state}-${scope.id}`,
            title: wordsOf(queue.state),
            note: name,
            count: countIn(queue),
            late: lateIn(queue, new Date()),
            onOpen: () => open('wishes', { level: scope.level, id: scope.id, name, state: queue.state }),
          },
        ],
  )
}

/** What lies at a station and has to be handed out. */
const shelves = ['handedOver', 'delivering'] as const

const atStation = ({ scope: { id }, name }: Place): Promise<Errand[]> =>
  Promise.all(
    shelves.map(async (state): Promise<Errand> => {
      const { rows, next } = await wishes.shelf({ siteId: id, state })
      return {
        id: `shelf-${state}`,
        title: wordsOf(state),
        note: name,
        count: countIn({ state, rows, next }),
        late: lateIn({ state, rows, next }, new Date()),
        onOpen: () => open('station'),
      }
    }),
  ).then((errands) => errands.filter(({ count }) => count !== '0'))

const forReviewer = async (): Promise<Errand[]> => {
  const { rows, next } = await postings.queue({})
  if (rows.length === 0) return []
  const count = next === undefined ? `${rows.length}` : `${rows.length} 多`
  return [
    {
      id: 'postings-waiting',
      title: '公开的话，等人看',
      note: '最早的在前',
      count,
      late: 0,
      onOpen: () => open('postings'),
    },
  ]
}

/** A watcher reads all of it but has nothing to do about it. */
const workers = (grants: readonly GrantView[]): GrantView[] =>
  wishGrants(grantsFor(wishApi.endpoints.publishDrive, grants))

/** One question for each list, all asked together; empty lists are left out. */
export const errandsOf = async (grants: readonly GrantView[]): Promise<Errand[]> => {
  const stations = placesOf(grantsFor(wishApi.endpoints.shelf, grants)).filter(({ scope }) => scope.level === 'site')
  const found = await Promise.all([
    ...placesOf(workers(grants)).map(atUnion),
    ...stations.map(atStation),
    ...(mayCall(postingApi.endpoints.queue, grants) ? [forReviewer()] : []),
  ])
  return found.flat()
}

type Props = { readonly id: string; readonly title: string; readonly errands: readonly Errand[] }

export function Errands({ id: list, title: name, errands }: Props) {
  if (errands.length === 0) return null
  return (
    <Card id={list} title={name}>
      {errands.map(({ id, title, note, count, late, onOpen }) => (
        <Row
          key={id}
          id={id}
          title={title}
          note={note}
          value={late > 0 ? `${count} 件，晚了 ${late}` : `${count} 件`}
          go
          onClick={onOpen}
        />
      ))}
    </Card>
  )
}
