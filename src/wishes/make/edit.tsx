/** A wish already made, written anew and handed in again: both need a signal, and what is written is kept. */
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { wishes } from '../../cloud/apis'
import { useDeed } from '../../cloud/deed'
import { useOnline } from '../../cloud/letters'
import { BottomBar, Button, Screen } from '../../ui'
import { type Mistakes, readWords, useWishDraft } from './draft'
import { Refused } from './refused'
import { WishRows } from './rows'

const goMine = (): void => void Taro.reLaunch({ url: '/wishes/mine/index' })

export function EditWish() {
  const isOnline = useOnline()
  const { wishId: id, draft, answers } = useWishDraft()
  const [missing, setMissing] = useState<Mistakes>({})
  const deed = useDeed()
  const handIn = async () => {
    const now = draft.read()
    const read = readWords(now)
    setMissing(read.ok ? {} : read.mistakes)
    if (!read.ok) return
    const { words } = read
    const version = Number(now.version)
    const isDone = await deed.run(
      async (requestId) => {
        const edited = await wishes.act({ requestId, id, version, action: 'edit', form: words })
        draft.keep({ version: String(edited.version) })
        await wishes.act({ requestId: `${requestId}-in`, id, version: edited.version, action: 'submit', form: {} })
      },
      [id, words],
    )
    if (!isDone) return
    draft.clear()
    goMine()
  }
  return (
    <Screen
      title="改心愿"
      online={isOnline}
      offline="没有信号。写的都存着，有信号再交"
      bottom={
        <BottomBar note="工会再看一遍，2 个工作日内">
          <Button id="hand-in" kind="p" label="改好了，交上去" busy={deed.isBusy} onClick={() => void handIn()} />
        </BottomBar>
      }
    >
      <Refused error={deed.error} again={() => void handIn()} />
      <WishRows answers={answers} missing={missing} error={deed.error} />
    </Screen>
  )
}
