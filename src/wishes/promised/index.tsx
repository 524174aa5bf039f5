/** 我点亮的: what is still to be brought, by time left; the code for the station; and that it arrived, with the thanks. */
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { wishApi } from '../../../domain/wish/api'
import type { Promised } from '../../../domain/wish/views'
import { wishes } from '../../cloud/apis'
import { useAsk } from '../../cloud/ask'
import { troubleOf } from '../../cloud/trouble'
import { AskedPage } from '../../pages/worker/parts/asked-page'
import { Button, Empty, Notice, QrCard, Sheet } from '../../ui'
import { inFours } from '../parts/by-when'
import { useMyDeeds } from '../parts/my-deeds'
import { ReportSheet, useReport } from '../parts/report'
import { IntroduceSheet } from './introduce-sheet'
import { PromisedCard } from './promised-card'
import './promised.css'

const kept = { name: 'promised', schema: wishApi.endpoints.promised.output }
const goWall = () => void Taro.switchTab({ url: '/pages/wish/index' })

type Open = { readonly sheet: 'slip' | 'giveUp'; readonly id: string }

export default function PromisedPage() {
  const asked = useAsk(() => wishes.promised({}), kept)
  const [open, setOpen] = useState<Open>()
  const close = () => setOpen(undefined)
  const report = useReport()
  const { deed, undo, giveUp } = useMyDeeds(() => {
    close()
    void asked.reload()
  })
  return (
    <AskedPage title="我点亮的" offline="没有信号。交接码存着，撤回要等有信号" asked={asked}>
      {({ promised }) => {
        const lamp = promised.find(({ id }) => id === open?.id)
        return (
          <>
            {deed.error && <Notice kind="wait" {...troubleOf(deed.error, () => void asked.reload())} />}
            {promised.map((one, at) => (
              <PromisedCard
                key={one.id}
                lamp={one}
                isFirst={at === 0 && !open}
                isBusy={deed.isBusy}
                report={report}
                onSlip={() => setOpen({ sheet: 'slip', id: one.id })}
                onUndo={() => undo(one)}
                onGiveUp={() => setOpen({ sheet: 'giveUp', id: one.id })}
              />
            ))}
            {promised.length === 0 && (
              <Empty
                id="none"
                title="还没点过灯"
                text="点一盏，送一份年味。"
                action={{ label: '去点一盏', onClick: goWall }}
              />
            )}
            {lamp && open?.sheet === 'slip' && !lamp.slip && (
              <IntroduceSheet label="好了，看交接码" onDone={() => void asked.reload()} onClose={close} />
            )}
            {lamp && open?.sheet === 'slip' && lamp.slip && <SlipSheet lamp={lamp} slip={lamp.slip} onClose={close} />}
            <ReportSheet report={report} />
            {lamp && open?.sheet === 'giveUp' && (
              <GiveUpSheet isBusy={deed.isBusy} onGiveUp={() => giveUp(lamp)} onClose={close} />
            )}
          </>
        )
      }}
    </AskedPage>
  )
}

type SlipProps = { readonly lamp: Promised; readonly slip: string; readonly onClose: () => void }

function SlipSheet({ lamp: { station }, slip, onClose }: SlipProps) {
  return (
    <Sheet id="slip-sheet" title="交接码" onClose={onClose}>
      <QrCard id="slip-code" value={`h=${slip}`} code={inFours(slip)} />
      <Notice kind="info" text={`东西送到 ${station.name}，给站里的人扫。${station.address}，电话 ${station.phone}`} />
    </Sheet>
  )
}

type GiveUpProps = { readonly isBusy: boolean; readonly onGiveUp: () => void; readonly onClose: () => void }

function GiveUpSheet({ isBusy, onGiveUp, onClose }: GiveUpProps) {
  return (
    <Sheet
      id="give-up-sheet"
      title="不送了吗"
      onClose={onClose}
      foot={<Button id="give-up-now" kind="q" label="不送了，让给别人" busy={isBusy} onClick={onGiveUp} />}
    >
      <Notice kind="info" text="灯会灭，让给别人来点。许愿的人不知道是谁点过。" />
    </Sheet>
  )
}
