/** The station's desk: a slip scanned or typed, the gift taken in with a picture, and what lies on the shelf. */
import { useRouter } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import { staffApi } from '../../../domain/staff/api'
import { wishApi } from '../../../domain/wish/api'
import { staff, wishes } from '../../cloud/apis'
import { useAsk } from '../../cloud/ask'
import { useDeed } from '../../cloud/deed'
import { scanScene } from '../../cloud/scan'
import { BottomBar, Button, Empty, Notice } from '../../ui'
import { grantsFor, placesOf } from '../parts/access'
import { AtPlace } from '../parts/at-place'
import { DeedNotice } from '../parts/deed-notice'
import { DeskPage } from '../parts/desk-page'
import { Label } from '../parts/paper'
import { open, textOf } from '../parts/routes'
import { TakeIn } from '../parts/take-in'
import { sayAloud } from './aloud'
import { KeepSheet } from './keep-sheet'
import { KeptGifts } from './kept-gifts'
import { Result } from './result'
import { Shelf } from './shelf'
import { giftOf, readSlip, type Slip, verdictOf } from './slip'
import { TypeSheet } from './type-sheet'

/** The station is known without a signal, too: gifts are brought all the same. */
const kept = { name: 'station', schema: staffApi.endpoints.me.output }

export default function StationPage() {
  const asked = useAsk(() => staff.me({}), kept)
  return (
    <DeskPage title="接力站" offline="没有信号。收的先存着，不往外交" asked={asked}>
      {({ grants }) => {
        const held = placesOf(grantsFor(wishApi.endpoints.shelf, grants))
        if (held.length === 0)
          return <Empty id="no-station" title="接力站不归您管" text="要管，让工会发一张接力站的邀请码。" />
        return (
          <AtPlace id="station" label="哪个站" roots={held} wanted="site">
            {({ scope }) => <Station key={scope.id} siteId={scope.id} />}
          </AtPlace>
        )
      }}
    </DeskPage>
  )
}

type Step = 'type' | 'take' | undefined

function Station({ siteId }: { readonly siteId: string }) {
  const { params } = useRouter()
  const deed = useDeed()
  const [slip, setSlip] = useState<Slip>()
  const [step, setStep] = useState<Step>()
  const [taken, setTaken] = useState<Slip>()
  const [mistake, setMistake] = useState<string>()
  /** Asked for where there was no signal. */
  const [unseen, setUnseen] = useState('')
  const [keeps, setKeeps] = useState(0)
  const [arrived, setArrived] = useState(0)

  const look = (code: string) => {
    setUnseen(code)
    void deed.run(async () => {
      const found = await wishes.slip({ code })
      sayAloud(verdictOf(found, new Date()).kind === 'ok')
      setStep(undefined)
      setTaken(undefined)
      setSlip(found)
    }, code)
  }
  const isUnseen = deed.error?.code === 'UNREACHABLE'
  const scan = async () => {
    setMistake(undefined)
    const scanned = await scanScene().catch(() => '')
    if (scanned === undefined) return
    const read = readSlip(scanned)
    if ('mistake' in read) setMistake('这不是交接码。让送的人打开“我点亮的”，再扫一次。')
    else look(read.code)
  }
  /** Scanned from elsewhere in the app: what it stands for is asked at once. */
  const given = useRef(textOf(params.scene))
  useEffect(() => {
    const read = readSlip(given.current)
    if ('code' in read) look(read.code)
    given.current = ''
  })
  const close = () => {
    deed.forget()
    setStep(undefined)
    setSlip(undefined)
  }
  const type = () => {
    deed.forget()
    setStep('type')
  }
  const done = (which: Slip) => {
    sayAloud(true)
    close()
    setTaken(which)
  }
  return (
    <>
      {taken && <Notice id="taken" kind="ok" text={`收下了：${giftOf(taken)}。送的人和许愿的人都会知道。`} />}
      {taken && <Label key={taken.id} id={taken.id} />}
      {mistake && <Notice id="not-a-slip" kind="stop" text={mistake} action={{ label: '输交接码', onClick: type }} />}
      {step === undefined && !isUnseen && <DeedNotice deed={deed} again={() => void scan()} />}
      <KeptGifts turn={keeps} onArrived={() => setArrived(arrived + 1)} />
      <Shelf key={`${taken?.id ?? ''}-${arrived}`} siteId={siteId} />
      <BottomBar>
        <Button id="type" kind="q" size="scan" label="输编号" onClick={type} />
        <Button
          id="scan"
          kind="p"
          size="scan"
          icon="scan"
          label="扫交接码"
          busy={deed.isBusy}
          onClick={() => void scan()}
        />
      </BottomBar>
      {isUnseen && (
        <KeepSheet
          code={unseen}
          onKept={() => {
            close()
            setKeeps(keeps + 1)
          }}
          onAgain={() => look(unseen)}
          onClose={close}
        />
      )}
      {step === 'type' && !isUnseen && <TypeSheet deed={deed} onCode={look} onClose={close} />}
      {slip && step === undefined && (
        <Result
          slip={slip}
          onTake={() => setStep('take')}
          onOpen={() => open('wish', { id: slip.id })}
          onClose={close}
        />
      )}
      {slip && step === 'take' && (
        <TakeIn wish={slip} gift={giftOf(slip)} onDone={() => done(slip)} onReload={close} onClose={close} />
      )}
    </>
  )
}
