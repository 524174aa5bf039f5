/** Something to keep of a gift that arrived: a poster to show, a certificate to file; both go into the album. */
import { Canvas, View } from '@tarojs/components'
import { type Canvas as TaroCanvas, useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { onOf, sayDay } from '../../../domain/kernel/time'
import { kindLine } from '../../../domain/wish/kinds'
import { wishes } from '../../cloud/apis'
import { useAsk } from '../../cloud/ask'
import { useDeed } from '../../cloud/deed'
import { drawOn, keepDrawing } from '../../cloud/drawing'
import { AskedPage } from '../../pages/worker/parts/asked-page'
import { aria, BottomBar, Button, Choice, Empty, Notice } from '../../ui'
import { AlbumNotice } from '../../ui/album-notice'
import { drawKeepsake, HEIGHT, type Keepsake, type Pen, WIDTH } from './draw'
import './keepsake.css'

const read = async (id: string): Promise<Omit<Keepsake, 'kind'> | null> => {
  const { donor, promised } = await wishes.promised({})
  const wish = promised.find((one) => one.id === id)
  if (!wish?.receivedAt) return null
  return {
    line: kindLine(wish.kind, wish.detail),
    name: donor?.company ?? donor?.name ?? '一位热心人',
    day: sayDay(onOf(wish.receivedAt), new Date()),
    thanks: wish.thanks.find(({ words }) => words !== undefined)?.words,
  }
}

export default function KeepsakePage() {
  const id = useRouter().params.id ?? ''
  const asked = useAsk(() => read(id))
  return (
    <AskedPage title="留个纪念" offline="没有信号。有信号再打开" asked={asked}>
      {(made) => (made ? <Keep made={made} /> : <Empty id="not-yet" text="东西送到手上，这里就有纪念海报和证书。" />)}
    </AskedPage>
  )
}

const isPen = (context: object): context is Pen => 'createRadialGradient' in context

function Keep({ made }: { readonly made: Omit<Keepsake, 'kind'> }) {
  const deed = useDeed()
  const [kind, setKind] = useState<Keepsake['kind']>('poster')
  const [canvas, setCanvas] = useState<TaroCanvas>()
  const [isKept, setKept] = useState<boolean>()
  useEffect(() => {
    setKept(undefined)
    void drawOn('keepsake', { width: WIDTH, height: HEIGHT }, (pen) => {
      if (isPen(pen)) drawKeepsake(pen, { kind, ...made })
    }).then(setCanvas)
  }, [kind, made])
  const keep = () =>
    void deed.run(async () => {
      if (canvas) setKept(await keepDrawing(canvas))
    })
  return (
    <>
      <View className="keepsake" {...aria({ role: 'img', label: kind === 'poster' ? '纪念海报' : '证书' })}>
        <Canvas type="2d" id="keepsake" canvasId="keepsake" className="keepsake__canvas" />
      </View>
      <Choice
        id="what"
        label="要哪一张"
        options={[
          { value: 'poster', text: '纪念海报' },
          { value: 'certificate', text: '证书' },
        ]}
        value={kind}
        onChange={(next) => setKind(next === 'certificate' ? 'certificate' : 'poster')}
      />
      <BottomBar>
        {deed.error && <Notice kind="wait" text="没存上。再存一次" />}
        <AlbumNotice isKept={isKept} />
        <Button id="keep" kind="p" label="存进相册" busy={deed.isBusy} onClick={keep} />
      </BottomBar>
    </>
  )
}
