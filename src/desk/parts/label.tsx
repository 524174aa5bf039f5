/** The label that goes onto a gift, drawn by the cloud: looked at, kept as a picture, or opened to print. */
import { Image, View } from '@tarojs/components'
import { useState } from 'react'
import { wishes } from '../../cloud/apis'
import { useDeed } from '../../cloud/deed'
import { openFile } from '../../cloud/file'
import { Button, Card } from '../../ui'
import { aria } from '../../ui/aria'
import { DeedNotice } from './deed-notice'
import './take-in.css'

type Drawn = Awaited<ReturnType<typeof wishes.label>>

export function Label({ id }: { readonly id: string }) {
  const deed = useDeed()
  const opening = useDeed()
  const [drawn, setDrawn] = useState<Drawn>()
  const draw = () => void deed.run(async (requestId) => setDrawn(await wishes.label({ requestId, id })), id)
  if (!drawn)
    return (
      <View>
        <DeedNotice deed={deed} again={draw} />
        <Button id="label" kind="s" label="出标签" busy={deed.isBusy} onClick={draw} />
      </View>
    )
  const print = () => void opening.run(() => openFile(drawn.pdfUrl, 'pdf'), drawn.pdfUrl)
  return (
    <Card title="标签，贴在东西上">
      <Image
        className="desk-shot"
        src={drawn.pngUrl}
        mode="aspectFit"
        {...aria({ role: 'img', label: '东西的标签' })}
      />
      <DeedNotice deed={opening} again={print} />
      <Button id="print-label" kind="s" label="打开来印" busy={opening.isBusy} onClick={print} />
    </Card>
  )
}
