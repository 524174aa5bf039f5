/** The wishes a union goes through: which wait and for what, the late ones first. */
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { staff } from '../../cloud/apis'
import { useAsk } from '../../cloud/ask'
import { Wrong } from '../../pages/worker/parts/asked-page'
import { BottomBar, Button, Empty, Skeleton } from '../../ui'
import { type Place, placesOf, wishGrants } from '../parts/access'
import { DeskPage } from '../parts/desk-page'
import { PlaceRow } from '../parts/place-row'
import { open, textOf } from '../parts/routes'
import { Queues } from './queues'
import { askQueues, type Queue, type StateName, stateNamed, type Where } from './shelf'

type Params = Readonly<Record<string, string | undefined>>

export default function WishesPage() {
  const { params } = useRouter()
  const asked = useAsk(() => staff.me({}))
  return (
    <DeskPage title="心愿" asked={asked}>
      {({ grants }) => <Wishes held={placesOf(wishGrants(grants))} params={params} />}
    </DeskPage>
  )
}

/** A drive is looked at over its own place, also by whoever holds a smaller one. */
const whereIn = (held: readonly Place[], { level, id, name, drive }: Params): Where | undefined => {
  if (drive && id && (level === 'city' || level === 'district'))
    return { scope: { level, id: textOf(id) }, name: textOf(name), driveId: textOf(drive) }
  return held.find(({ scope }) => scope.level === level && scope.id === textOf(id)) ?? held[0]
}

function Wishes({ held, params }: { held: readonly Place[]; params: Params }) {
  const [place, setPlace] = useState(() => whereIn(held, params))
  if (!place) return <Empty id="no-wishes" title="心愿不归您看" text="要看，让上级发一张工会的邀请码。" />
  return (
    <>
      <PlaceRow
        icon={place.driveId ? 'gift' : 'pin'}
        name={place.name}
        title="看哪里的心愿"
        roots={held}
        wanted="site"
        onChoose={setPlace}
      />
      <Here
        key={`${place.scope.level}:${place.scope.id}:${place.driveId}`}
        place={place}
        wanted={stateNamed(params.state)}
      />
    </>
  )
}

const firstToDo = (queues: readonly Queue[]) => queues.flatMap(({ rows }) => rows).find(({ can }) => can.length > 0)

function Here({ place, wanted }: { place: Where; wanted: StateName | undefined }) {
  const asked = useAsk(() => askQueues(place, wanted))
  if (asked.state === 'loading') return <Skeleton />
  if (asked.state === 'error') return <Wrong failure={asked.error} again={() => void asked.reload()} />
  const first = firstToDo(asked.data)
  return (
    <>
      <Queues place={place} wanted={wanted} queues={asked.data} />
      {first && (
        <BottomBar>
          <Button id="begin" kind="p" label="开始办" onClick={() => open('wish', { id: first.id })} />
        </BottomBar>
      )}
    </>
  )
}
