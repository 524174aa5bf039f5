/** The wish once more, then the one tap that makes it; without a signal it is kept here and sent by itself, once. */
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { wishApi } from '../../../domain/wish/api'
import { isKind } from '../../../domain/wish/kinds'
import { goHome } from '../../cloud/go'
import { useLetter } from '../../cloud/letter'
import { useOnline } from '../../cloud/letters'
import { newRequestId } from '../../cloud/random'
import { askForNotices } from '../../cloud/subscribe'
import { BottomBar, Button, Empty, Screen } from '../../ui'
import { type Mistakes, readWords, useWishDraft } from './draft'
import { EditWish } from './edit'
import { Refused } from './refused'
import { Restart } from './restart'
import { WishRows } from './rows'

const goMine = (): void => void Taro.reLaunch({ url: '/wishes/mine/index' })

export default function CheckPage() {
  const { wishId, answers } = useWishDraft()
  if (!isKind(answers.kind)) return <Restart title="看一遍" />
  return wishId ? <EditWish /> : <NewWish />
}

function NewWish() {
  const isOnline = useOnline()
  const { draft, answers } = useWishDraft()
  const [missing, setMissing] = useState<Mistakes>({})
  const letter = useLetter(wishApi, 'make', goMine, { draft: draft.name, resumes: true })
  const make = () => {
    void askForNotices()
    const { driveId, ...rest } = draft.read()
    const read = readWords({ driveId, ...rest })
    if (read.ok) letter.send({ requestId: newRequestId(), driveId, words: read.words })
    setMissing(read.ok ? {} : read.mistakes)
  }
  if (letter.state === 'waiting') return <Kept isOnline={isOnline} />
  return (
    <Screen
      title="看一遍"
      online={isOnline}
      bottom={
        <BottomBar note="工会看过就挂上墙，2 个工作日内">
          <Button id="make" kind="p" label="许下心愿" busy={letter.state === 'sending'} onClick={make} />
        </BottomBar>
      }
    >
      <Refused error={letter.error} again={make} />
      <WishRows answers={answers} missing={missing} error={letter.error} />
    </Screen>
  )
}

function Kept({ isOnline }: { isOnline: boolean }) {
  return (
    <Screen
      title="存好了"
      online={isOnline}
      bottom={
        <BottomBar>
          <Button id="home" kind="s" label="回首页" onClick={goHome} />
        </BottomBar>
      }
    >
      <Empty id="kept" title="存好了" text="有信号就送，不用再点。送到了，在我的心愿里看得到。" />
    </Screen>
  )
}
