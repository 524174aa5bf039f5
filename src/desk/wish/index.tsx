/** One wish before the desk: the facts, what was done, and the deed under the thumb. */
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { wishApi } from '../../../domain/wish/api'
import { isGiftHere } from '../../../domain/wish/states'
import { staff, wishes } from '../../cloud/apis'
import { useAsk } from '../../cloud/ask'
import { Notice } from '../../ui'
import { mayCall } from '../parts/access'
import { DeskPage } from '../parts/desk-page'
import { History } from '../parts/history'
import { Label } from '../parts/paper'
import { open, textOf } from '../parts/routes'
import { DeedBar } from './deed-bar'
import { whyNot } from './deeds'
import { lastDone } from './done'
import { Facts } from './facts'

export default function WishPage() {
  const { params } = useRouter()
  const id = textOf(params.id)
  const asked = useAsk(async () => {
    const [shown, me] = await Promise.all([wishes.get({ id }), staff.me({})])
    return { shown, mayLabel: mayCall(wishApi.endpoints.label, me.grants) && isGiftHere(shown.row.state) }
  })
  const [before, setBefore] = useState(lastDone)
  return (
    <DeskPage
      title="一个心愿"
      asked={asked}
      bottom={({ shown: { row } }) => (
        <DeedBar key={`${row.id}:${row.version}`} row={row} onChanged={() => void asked.reload()} />
      )}
    >
      {({ shown, mayLabel }) => {
        const why = whyNot(shown)
        return (
          <>
            {before && before.id !== id && (
              <Notice
                kind="ok"
                text={`${before.name}：${before.says}`}
                action={{
                  label: '点错了？回去看',
                  onClick: () => {
                    setBefore(undefined)
                    open('wish', { id: before.id })
                  },
                }}
              />
            )}
            {why && <Notice id="why-not" kind="info" text={why} />}
            <Facts shown={shown} />
            {mayLabel && <Label id={id} />}
            <History timeline={shown.timeline} />
          </>
        )
      }}
    </DeskPage>
  )
}
