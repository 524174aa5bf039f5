/** The A4 poster of a site, drawn by the cloud: shown, kept as a picture, or opened to print. */
import { Image, View } from '@tarojs/components'
import { useState } from 'react'
import { sayInstant } from '../../../domain/kernel/time'
import { sites } from '../../cloud/apis'
import { useDeed } from '../../cloud/deed'
import { openFile, saveImage } from '../../cloud/file'
import { Button, Card } from '../../ui'
import { AlbumNotice } from '../../ui/album-notice'
import { aria } from '../../ui/aria'
import { DeedNotice } from '../parts/deed-notice'
import './poster.css'

type Drawn = Awaited<ReturnType<typeof sites.poster>>
type Props = { readonly site: { readonly id: string; readonly name: string; readonly version: number } }

/** Of one version of its site: what was drawn before a change must not be printed after it. */
export function Poster({ site }: Props) {
  const deed = useDeed()
  const [drawn, setDrawn] = useState<Drawn>()
  const draw = () =>
    void deed.run(
      async (requestId) => setDrawn(await sites.poster({ requestId, id: site.id })),
      [site.id, site.version],
    )
  return (
    <Card title="海报，A4 一张">
      {drawn ? <Links drawn={drawn} name={site.name} /> : '码、点位名、三步怎么登记、热线，都在上面。'}
      <DeedNotice deed={deed} again={draw} />
      {!drawn && <Button id="draw" kind="p" label="出海报" busy={deed.isBusy} onClick={draw} />}
    </Card>
  )
}

function Links({ drawn, name }: { drawn: Drawn; name: string }) {
  const keeping = useDeed()
  const opening = useDeed()
  const [isKept, setKept] = useState<boolean>()
  const keep = () => void keeping.run(async () => setKept(await saveImage(drawn.pngUrl)), 'png')
  const print = () => void opening.run(() => openFile(drawn.pdfUrl, 'pdf'), 'pdf')
  return (
    <>
      <View className="desk-poster">
        <Image
          className="desk-poster__page"
          src={drawn.pngUrl}
          mode="aspectFit"
          {...aria({ role: 'img', label: `${name}的海报` })}
        />
      </View>
      {`${sayInstant(drawn.validUntil, new Date())} 前能存、能印。过了再出一张。`}
      <Button id="save-png" kind="s" label="存成图片" busy={keeping.isBusy} onClick={keep} />
      <DeedNotice deed={keeping} again={keep} />
      <AlbumNotice isKept={isKept} />
      <Button id="open-pdf" kind="q" label="打开来印" busy={opening.isBusy} onClick={print} />
      <DeedNotice deed={opening} again={print} />
    </>
  )
}
