/** Under the lamps: one chosen by chance, many for a company, and when all are lit, word when one is free again. */
import { View } from '@tarojs/components'
import { useState } from 'react'
import { sayDay, toDay } from '../../../domain/kernel/time'
import { wishes } from '../../cloud/apis'
import { useDeed } from '../../cloud/deed'
import { openPage } from '../../cloud/go'
import { askForNotices } from '../../cloud/subscribe'
import { troubleOf } from '../../cloud/trouble'
import { Button, Notice } from '../../ui'
import type { Filter, Wall } from './use-wall'

const openLamp = (id: string): void => openPage(`/wishes/lamp/index?id=${id}`)

type FootProps = { readonly driveId: string; readonly filter: Filter; readonly lamps: Wall['lamps'] }

/** Any dark one will do for whoever does not want to choose; by chance, so that two do not reach for the same. */
export function Foot({ driveId, filter, lamps }: FootProps) {
  const deed = useDeed()
  const pick = () =>
    void deed.run(async () => {
      const shown = lamps.filter(({ isLit }) => !isLit)
      const found = shown.length > 0 ? shown : (await wishes.wall({ ...filter, driveId, isDark: true })).lamps
      const one = found[Math.floor(Math.random() * found.length)]
      if (one) openLamp(one.id)
    })
  return (
    <>
      {deed.error && <Notice kind="wait" text="没选上。再点一次" />}
      <View className="wall-foot">
        <View className="wall-foot__in">
          <Button id="pick" kind="p" label="帮我选一盏" icon="lamp" busy={deed.isBusy} onClick={pick} />
          <Button
            id="many"
            kind="s"
            label="单位多点几盏"
            onClick={() => openPage(`/wishes/many/index?drive=${driveId}`)}
          />
        </View>
      </View>
      <View className="night__note">不用付钱，买好送到工会。两边都不知道对方是谁。</View>
    </>
  )
}

type AllLitProps = { readonly driveId: string; readonly nextOn: string | undefined }

export function AllLit({ driveId, nextOn }: AllLitProps) {
  const deed = useDeed()
  const [isWaiting, setWaiting] = useState(false)
  const wait = () =>
    void askForNotices().then(() =>
      deed.run(async (requestId) => setWaiting((await wishes.awaitLamp({ requestId, driveId })).isWaiting), driveId),
    )
  return (
    <>
      <View id="all-lit" className="night__note">
        {`灯都亮了。谢谢您。${nextOn ? `下一场 ${sayDay(toDay(nextOn), new Date())}` : ''}`}
      </View>
      {deed.error && <Notice kind="wait" {...troubleOf(deed.error, wait)} />}
      {isWaiting ? (
        <View className="night__note">记下了。有灯空出来，就告诉您。</View>
      ) : (
        <Button id="wait" kind="p" label="有灯空出来告诉我" busy={deed.isBusy} onClick={wait} />
      )}
    </>
  )
}
