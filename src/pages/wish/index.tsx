/** The wish tab is the wall: every wish a lamp, dark or lit; whoever looks can light one, and whoever stays here can wish. */
import { View } from '@tarojs/components'
import Taro, { useRouter, useShareAppMessage } from '@tarojs/taro'
import { useState } from 'react'
import { onOf, sayDay, sayInstant, toDay } from '../../../domain/kernel/time'
import { driveInScene } from '../../../domain/wish/codes'
import { type Turn, turnOf } from '../../../domain/wish/turns'
import { useOnline } from '../../cloud/letters'
import { troubleOf } from '../../cloud/trouble'
import { Button, Empty, Screen, Skeleton, TabBar } from '../../ui'
import { type Asking, ChipSheet, Chips } from './chips'
import { Doors } from './doors'
import { AllLit, Foot } from './foot'
import { Lamps } from './lamps'
import { useWall, type Wall } from './use-wall'
import './wall.css'

/** By a link somebody sent on, or by the code on a drive's poster. */
const driveAsked = ({ drive, scene }: { readonly drive?: string; readonly scene?: string }): string | undefined =>
  drive ?? (scene === undefined ? undefined : driveInScene(decodeURIComponent(scene)))

export default function WallPage() {
  const isOnline = useOnline()
  const driveId = driveAsked(useRouter().params)
  const wall = useWall(driveId)
  const { asked } = wall
  const [asking, setAsking] = useState<Asking>()
  const { drive, hasOthers } = asked.state === 'ready' ? asked.data : { drive: null, hasOthers: false }
  useShareAppMessage(() => ({
    title: drive ? `${drive.title}：点亮一盏，送一份年味` : '点亮微心愿',
    path: drive ? `/pages/wish/index?drive=${drive.id}` : '/pages/wish/index',
  }))
  const keptAt = asked.state === 'ready' && asked.keptAt ? sayInstant(asked.keptAt, new Date()) : undefined
  return (
    <Screen
      title="点亮微心愿"
      online={isOnline && !keptAt}
      keptAt={keptAt}
      offline="没有信号。先看着，点灯要等有信号"
      tab={<TabBar active={1} />}
    >
      <View className="night">
        {asked.state === 'loading' && <Skeleton />}
        {asked.state === 'error' && <Failed failure={asked.error} again={() => void asked.reload()} />}
        {asked.state === 'ready' && <Night wall={asked.data} {...wall} onAsk={setAsking} />}
        {asked.state !== 'loading' && <Doors driveId={drive?.id} hasOthers={hasOthers} />}
      </View>
      {asking && drive && (
        <ChipSheet
          what={asking}
          drive={drive}
          filter={wall.filter}
          onChoose={wall.choose}
          onClose={() => setAsking(undefined)}
        />
      )}
    </Screen>
  )
}

function Failed({ failure, again }: { failure: unknown; again: () => void }) {
  return <Empty id="wrong" {...troubleOf(failure, again)} />
}

type NightProps = Omit<ReturnType<typeof useWall>, 'asked'> & {
  readonly wall: Wall
  readonly onAsk: (what: Asking) => void
}

function Night({ wall, filter, choose, pages, turnOn, turnBack, onAsk }: NightProps) {
  const { drive, lit, dark, lamps, next, nextOn } = wall
  if (!drive) return <Empty id="no-drive" title="现在没有开着的" text="工会开了下一场，灯就挂在这里。" />
  const turn = (move: () => void) => () => {
    move()
    void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
  }
  return (
    <>
      <Head wall={wall} drive={drive} />
      <Chips drive={drive} filter={filter} onChoose={choose} onAsk={onAsk} />
      <Lamps key={`${lamps[0]?.id}`} lamps={lamps} />
      {lamps.length === 0 && <NoLamp isFiltered={lit + dark > 0} drive={drive} onAll={() => choose({})} />}
      {(pages > 0 || next) && (
        <View className="wall-turn">
          {pages > 0 && <Button id="turn-back" kind="q" label="看前面的" onClick={turn(turnBack)} />}
          {next && <Button id="turn-on" kind="q" label="看后面的" onClick={turn(() => turnOn(next))} />}
        </View>
      )}
      {drive.isOpen && dark > 0 && <Foot driveId={drive.id} filter={filter} lamps={lamps} />}
      {drive.isOpen && dark === 0 && lit > 0 && <AllLit driveId={drive.id} nextOn={nextOn} />}
    </>
  )
}

type Drive = NonNullable<Wall['drive']>

const turnNow = (drive: Drive): Turn => turnOf(drive, onOf(new Date()))

const whenOf = (drive: Drive): string => {
  const now = new Date()
  const says: Readonly<Record<Turn, string>> = {
    now: `${sayDay(toDay(drive.endsOn), now)}结束`,
    toCome: `还没开，${sayDay(toDay(drive.opensOn), now)}开始`,
    past: '结束了。谢谢每一位点灯的人',
  }
  return says[turnNow(drive)]
}

function Head({ wall: { lit, dark }, drive }: { wall: Wall; drive: Drive }) {
  const share = lit + dark > 0 ? Math.round((lit / (lit + dark)) * 20) * 5 : 0
  return (
    <>
      <View className="wall-title">{drive.title}</View>
      {lit + dark > 0 && (
        <>
          <View className="wall-counts">
            <View className="wall-counts__figure">{lit}</View>
            <View>盏已点亮，还有</View>
            <View className="wall-counts__figure">{dark}</View>
            <View>盏在等</View>
          </View>
          <View className="wall-beads">
            <View className="wall-beads__lit" style={{ width: `${share}%` }}>
              <View className="wall-beads__in" />
            </View>
          </View>
        </>
      )}
      <View className="wall-counts">{whenOf(drive)}</View>
    </>
  )
}

type NoLampProps = { readonly isFiltered: boolean; readonly drive: Drive; readonly onAll: () => void }

function NoLamp({ isFiltered, drive, onAll }: NoLampProps) {
  if (isFiltered)
    return <Empty id="none-such" text="这样的灯现在没有。换一种看看。" action={{ label: '看全部', onClick: onAll }} />
  const isPast = turnNow(drive) === 'past'
  return (
    <Empty id="no-lamp" text={isPast ? '灯都收起来了。' : '还没有灯挂上来。工会看过的心愿，会一盏一盏挂在这里。'} />
  )
}
