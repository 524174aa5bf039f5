/** The numbers as a picture, looked at first and then kept in the album. */
import { Canvas } from '@tarojs/components'
import type Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { useDeed } from '../../cloud/deed'
import { drawOn, keepDrawing } from '../../cloud/drawing'
import { Button, Sheet } from '../../ui'
import { AlbumNotice } from '../../ui/album-notice'
import { DeedNotice } from '../parts/deed-notice'
import { drawNumbers, HEIGHT, type Pen, WIDTH } from './draw'
import type { Numbers } from './numbers'
import './funnel.css'

const isPen = (context: object): context is Pen => 'fillText' in context

export function Picture({ numbers, onClose }: { readonly numbers: Numbers; readonly onClose: () => void }) {
  const deed = useDeed()
  const [canvas, setCanvas] = useState<Taro.Canvas>()
  const [isKept, setKept] = useState<boolean>()
  useEffect(() => {
    void drawOn('numbers', { width: WIDTH, height: HEIGHT }, (pen) => {
      if (isPen(pen)) drawNumbers(pen, numbers, new Date())
    }).then(setCanvas)
  }, [numbers])
  const keep = () =>
    void deed.run(async () => {
      if (canvas) setKept(await keepDrawing(canvas))
    })
  const foot = (
    <>
      <DeedNotice deed={deed} again={keep} />
      <AlbumNotice isKept={isKept} />
      <Button id="keep" kind="s" label="存进相册" busy={deed.isBusy} onClick={keep} />
    </>
  )
  return (
    <Sheet id="picture-sheet" title="数字做成一张图" onClose={onClose} foot={foot}>
      <Canvas type="2d" id="numbers" canvasId="numbers" className="desk-numbers" />
    </Sheet>
  )
}
