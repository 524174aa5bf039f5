/** The numbers as a picture, looked at first and then kept in the album. */
import { Canvas } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { useDeed } from '../../cloud/deed'
import { keepPicture } from '../../cloud/file'
import { Button, Notice, Sheet } from '../../ui'
import { DeedNotice } from '../parts/deed-notice'
import { drawNumbers, HEIGHT, type Pen, WIDTH } from './draw'
import type { Numbers } from './numbers'
import './funnel.css'

const canvasNamed = (id: string): Promise<Taro.Canvas | undefined> =>
  new Promise((resolve) => {
    Taro.createSelectorQuery()
      .select(`#${id}`)
      .fields({ node: true })
      .exec(([found]) => resolve(found?.node))
  })

const isPen = (context: object): context is Pen => 'fillText' in context

export function Picture({ numbers, onClose }: { readonly numbers: Numbers; readonly onClose: () => void }) {
  const deed = useDeed()
  const [canvas, setCanvas] = useState<Taro.Canvas>()
  const [isKept, setKept] = useState<boolean>()
  useEffect(() => {
    void canvasNamed('numbers').then((node) => {
      if (!node) return
      node.width = WIDTH
      node.height = HEIGHT
      const pen = node.getContext('2d')
      if (isPen(pen)) drawNumbers(pen, numbers, new Date())
      setCanvas(node)
    })
  }, [numbers])
  const keep = () =>
    void deed.run(async () => {
      if (!canvas) return
      const { tempFilePath } = await Taro.canvasToTempFilePath({ canvas, fileType: 'png' })
      setKept(await keepPicture(tempFilePath))
    })
  const foot = (
    <>
      <DeedNotice deed={deed} again={keep} />
      {isKept === true && <Notice kind="ok" text="存好了，在相册里。" />}
      {isKept === false && <Notice kind="wait" text="没存进相册。到微信的设置里让暖沪用相册，再存一次。" />}
      <Button id="keep" kind="s" label="存进相册" busy={deed.isBusy} onClick={keep} />
    </>
  )
  return (
    <Sheet id="picture-sheet" title="数字做成一张图" onClose={onClose} foot={foot}>
      <Canvas type="2d" id="numbers" canvasId="numbers" className="desk-numbers" />
    </Sheet>
  )
}
