/** The cashier's money: what is to be paid by programme, and the batches made of it. */
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { claimApi } from '../../../domain/claim/api'
import { yuan } from '../../../domain/kernel/money'
import { staff } from '../../cloud/apis'
import { useAsk } from '../../cloud/ask'
import { Wrong } from '../../pages/worker/parts/asked-page'
import { Card, Empty, Row, Skeleton } from '../../ui'
import { grantsFor, mayCall, type Place } from '../parts/access'
import { claims } from '../parts/claims-api'
import { DeskPage } from '../parts/desk-page'
import { HeldPlace, keyOf } from '../parts/held-place'
import { Batches } from './list'
import { MakeSheet, type Making } from './make-sheet'
import { askToPay, type ToPay } from './to-pay'

const { batches, makeBatch } = claimApi.endpoints

const none = { title: '打钱不归您办', text: '要办，让上级发一张出纳的邀请码。' }

export default function BatchesPage() {
  const { params } = useRouter()
  const asked = useAsk(() => staff.me({}))
  return (
    <DeskPage title="打钱" asked={asked}>
      {({ grants }) => (
        <HeldPlace grants={grantsFor(batches, grants)} params={params} title="看哪里的钱" none={none}>
          {(place) => <Here key={keyOf(place)} place={place} mayMake={mayCall(makeBatch, grants)} />}
        </HeldPlace>
      )}
    </DeskPage>
  )
}

const askAll = async (place: Place) => {
  const [toPay, made] = await Promise.all([askToPay(place), claims.batches({ scope: place.scope })])
  return { toPay, made }
}

function Here({ place, mayMake }: { readonly place: Place; readonly mayMake: boolean }) {
  const asked = useAsk(() => askAll(place))
  const [making, setMaking] = useState<Making>()
  if (asked.state === 'loading') return <Skeleton />
  if (asked.state === 'error') return <Wrong failure={asked.error} again={() => void asked.reload()} />
  const { toPay, made } = asked.data
  const close = () => {
    setMaking(undefined)
    void asked.reload()
  }
  if (toPay.length === 0 && made.rows.length === 0)
    return <Empty id="nothing" title="没有要打的钱" text="同意了、公示完的，会在这里。" />
  return (
    <>
      <Waiting toPay={toPay} onMake={mayMake ? setMaking : undefined} />
      <Batches key={made.rows[0]?.id} place={place} page={made} onMake={mayMake ? setMaking : undefined} />
      {making && <MakeSheet key={making.programmeId} place={place} making={making} onClose={close} />}
    </>
  )
}

const more = (hasMore: boolean): string => (hasMore ? '多' : '')

const saysOf = ({ count, totalFen, hasMore }: ToPay): string =>
  hasMore ? `${count} 多笔，${yuan(totalFen)}以上。` : `${count} 笔，共 ${yuan(totalFen)}。`

type WaitingProps = {
  readonly toPay: readonly ToPay[]
  readonly onMake: ((making: Making) => void) | undefined
}

function Waiting({ toPay, onMake }: WaitingProps) {
  if (toPay.length === 0) return <Card title="现在没有要打的">同意了、公示完的，会在这里。</Card>
  return (
    <Card id="to-pay" title="要打的">
      {toPay.map((one) => {
        const { programmeId, title, scopeName, count, totalFen, hasMore } = one
        const make = onMake && {
          go: '做一批',
          onClick: () => onMake({ programmeId, title, says: saysOf(one) }),
        }
        return (
          <Row
            key={programmeId}
            id={`to-pay-${programmeId}`}
            title={title}
            note={`${scopeName} · ${count} ${more(hasMore)}笔`}
            value={`${yuan(totalFen)}${hasMore ? '以上' : ''}`}
            {...make}
          />
        )
      })}
    </Card>
  )
}
