/** A paper drawn by the cloud, a label or a poster: looked at, kept as a picture, or opened to print. */
import { Image, View } from '@tarojs/components'
import { useState } from 'react'
import { wishes } from '../../cloud/apis'
import { useDeed } from '../../cloud/deed'
import { openFile, saveImage } from '../../cloud/file'
import { Button, Card } from '../../ui'
import { AlbumNotice } from '../../ui/album-notice'
import { aria } from '../../ui/aria'
import { DeedNotice } from './deed-notice'
import './take-in.css'

type Drawn = Awaited<ReturnType<typeof wishes.label>>
type Props = {
  readonly id: string
  /** The deed, and what the paper is called. */
  readonly label: string
  readonly title: string
  readonly draw: (requestId: string) => Promise<Drawn>
}

function Paper({ id, label, title, draw }: Props) {
  const deed = useDeed()
  const [drawn, setDrawn] = useState<Drawn>()
  const make = () => void deed.run(async (requestId) => setDrawn(await draw(requestId)), id)
  if (drawn) return <Drawing id={id} title={title} drawn={drawn} />
  return (
    <View>
      <DeedNotice deed={deed} again={make} />
      <Button id={id} kind="s" label={label} busy={deed.isBusy} onClick={make} />
    </View>
  )
}

function Drawing({ id, title, drawn }: { readonly id: string; readonly title: string; readonly drawn: Drawn }) {
  const opening = useDeed()
  const keeping = useDeed()
  const [isKept, setKept] = useState<boolean>()
  const print = () => void opening.run(() => openFile(drawn.pdfUrl, 'pdf'), drawn.pdfUrl)
  const keep = () => void keeping.run(async () => setKept(await saveImage(drawn.pngUrl)), drawn.pngUrl)
  return (
    <Card title={title}>
      <Image className="desk-shot" src={drawn.pngUrl} mode="aspectFit" {...aria({ role: 'img', label: title })} />
      <DeedNotice deed={opening} again={print} />
      <Button id={`print-${id}`} kind="s" label="打开来印" busy={opening.isBusy} onClick={print} />
      <DeedNotice deed={keeping} again={keep} />
      <AlbumNotice isKept={isKept} />
      <Button id={`keep-${id}`} kind="q" label="存成图片" busy={keeping.isBusy} onClick={keep} />
    </Card>
  )
}

export function Label({ id }: { readonly id: string }) {
  const draw = (requestId: string) => wishes.label({ requestId, id })
  return <Paper id="label" label="出标签" title="东西的标签" draw={draw} />
}

export function DrivePoster({ driveId }: { readonly driveId: string }) {
  const draw = (requestId: string) => wishes.drivePoster({ requestId, driveId })
  return <Paper id="poster" label="出海报" title="活动的海报" draw={draw} />
}
