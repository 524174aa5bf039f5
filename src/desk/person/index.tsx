/** One registration before the desk: the facts, what was done, and the decision under the thumb. */
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { wishApi } from '../../../domain/wish/api'
import { workerApi } from '../../../domain/worker/api'
import { workerMachine } from '../../../domain/worker/machine'
import { staff, workers } from '../../cloud/apis'
import { useAsk } from '../../cloud/ask'
import { goTo } from '../../cloud/go'
import { Button, Notice } from '../../ui'
import { mayCall } from '../parts/access'
import { DeskPage } from '../parts/desk-page'
import { History } from '../parts/history'
import { open, textOf } from '../parts/routes'
import { nextWaiting } from '../roster/shelf'
import { Confirming } from './confirming'
import { lastDecided } from './decided'
import { DecisionBar } from './decision-bar'
import { Facts } from './facts'

type Shown = Awaited<ReturnType<typeof workers.get>>

/** Somebody registered by another can be given a new code, as long as the machine lets them confirm. */
const canReissue = ({ row }: Shown): boolean => workerMachine.actions.confirm.from.some((state) => state === row.state)

/** Registered, and not sent back, stopped or gone. */
const isHere = ({ row }: Shown): boolean => workerMachine.actions.leave.from.some((state) => state === row.state)

export default function PersonPage() {
  const { params } = useRouter()
  const id = textOf(params.id)
  const asked = useAsk(async () => {
    const [shown, me] = await Promise.all([workers.get({ id }), staff.me({})])
    return {
      shown,
      mayReissue: mayCall(workerApi.endpoints.confirmCode, me.grants) && canReissue(shown),
      mayWishFor: mayCall(wishApi.endpoints.makeFor, me.grants) && isHere(shown),
    }
  })
  const [before, setBefore] = useState(lastDecided)
  const reload = () => void asked.reload()
  return (
    <DeskPage
      title="登记"
      asked={asked}
      bottom={({ shown: { row, siteName } }) => (
        <DecisionBar row={row} siteName={siteName} next={nextWaiting(row.id)} onChanged={reload} />
      )}
    >
      {({ shown, mayReissue, mayWishFor }) => (
        <>
          {before && before.id !== id && (
            <Notice
              kind="ok"
              text={`${before.name}：${before.says}`}
              action={{
                label: '点错了？回去看',
                onClick: () => {
                  setBefore(undefined)
                  open('person', { id: before.id })
                },
              }}
            />
          )}
          <Facts shown={shown} />
          {mayReissue && <Confirming id={id} />}
          {mayWishFor && (
            <Button
              id="wish-for"
              kind="q"
              label="替他许个心愿"
              icon="lamp"
              onClick={goTo(`/wishes/make/for?worker=${encodeURIComponent(id)}`)}
            />
          )}
          <History timeline={shown.timeline} />
        </>
      )}
    </DeskPage>
  )
}
