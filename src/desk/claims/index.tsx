/** The claims a desk works through: what is due today and what is late, by list and by day, the first of them a tap away. */
import { useRouter } from '@tarojs/taro'
import { type ComponentProps, useState } from 'react'
import type { QueueLine } from '../../../domain/claim/views-desk'
import type { GrantView } from '../../../domain/staff/schema'
import { staff } from '../../cloud/apis'
import { useAsk } from '../../cloud/ask'
import { Wrong } from '../../pages/worker/parts/asked-page'
import { Skeleton } from '../../ui'
import { claimGrants, type Place } from '../parts/access'
import { Chips } from '../parts/chips'
import { claims } from '../parts/claims-api'
import { DeskPage } from '../parts/desk-page'
import { Figures } from '../parts/figures'
import { HeldPlace, keyOf } from '../parts/held-place'
import { List } from './list'
import { chipOf, figuresOf, firstList, isWatching, type ListName, listNamed, listsIn } from './lists'
import { askList, type Worklist } from './shelf'

export default function ClaimsPage() {
  const { params } = useRouter()
  const asked = useAsk(() => staff.me({}))
  return (
    <DeskPage title="补贴申领" asked={asked}>
      {({ grants }) => <Claims grants={claimGrants(grants)} params={params} />}
    </DeskPage>
  )
}

const none = { title: '申领不归您看', text: '要看，让上级发一张审核、复核或出纳的邀请码。' }

type ClaimsProps = Pick<ComponentProps<typeof HeldPlace>, 'grants' | 'params'>

function Claims({ grants, params }: ClaimsProps) {
  return (
    <HeldPlace grants={grants} params={params} title="看哪里的申领" none={none}>
      {(place) => <Here key={keyOf(place)} place={place} grants={grants} wanted={listNamed(params.queue)} />}
    </HeldPlace>
  )
}

type Board = {
  readonly queues: readonly QueueLine[]
  readonly lists: readonly ListName[]
  readonly late: number
  readonly worklist: Worklist
}

/** Both at once where it is known which list is looked at. */
const askBoard = async (place: Place, grants: readonly GrantView[], chosen: ListName | undefined): Promise<Board> => {
  const listed = chosen && askList(place, chosen)
  /** Whichever fails first is told of; the other is not left without anybody who listens. */
  listed?.catch(() => undefined)
  const { queues, late } = await claims.desk({ scope: place.scope })
  const lists = listsIn(queues, grants)
  const worklist = await (listed ?? askList(place, firstList(lists, queues, late)))
  return { queues, lists, late, worklist }
}

type Props = {
  readonly place: Place
  readonly grants: readonly GrantView[]
  readonly wanted: ListName | undefined
}

function Here({ place, grants, wanted }: Props) {
  const [chosen, setChosen] = useState(wanted)
  const asked = useAsk(() => askBoard(place, grants, chosen), undefined, chosen)
  if (asked.state === 'loading') return <Skeleton />
  if (asked.state === 'error') return <Wrong failure={asked.error} again={() => void asked.reload()} />
  const { queues, lists, late: allLate, worklist } = asked.data
  const { waiting, today, late } = figuresOf(queues)
  const list = chosen ?? worklist.list
  return (
    <>
      <Figures
        figures={[
          { label: '在等的', count: waiting },
          { label: isWatching(grants) ? '今天到期' : '今天要办', count: `${today}` },
          { label: '晚了', count: `${late}`, isStop: late > 0 },
        ]}
      />
      <Chips
        id="lists"
        label="看哪些"
        options={lists.map((name) => chipOf(name, queues, allLate))}
        value={list}
        onChange={(value) => setChosen(listNamed(value))}
      />
      {worklist.list === list ? <List worklist={worklist} onChanged={() => void asked.reload()} /> : <Skeleton />}
    </>
  )
}
