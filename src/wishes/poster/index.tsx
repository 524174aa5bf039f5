/** The poster of a drive, for whoever wants others to light a lamp too: kept in the album, or sent on as a card. */
import { Image } from '@tarojs/components'
import { useRouter, useShareAppMessage } from '@tarojs/taro'
import { useRef, useState } from 'react'
import { wishes } from '../../cloud/apis'
import { useAsk } from '../../cloud/ask'
import { useDeed } from '../../cloud/deed'
import { saveImage } from '../../cloud/file'
import { newRequestId } from '../../cloud/random'
import { troubleOf } from '../../cloud/trouble'
import { AskedPage } from '../../pages/worker/parts/asked-page'
import { aria, BottomBar, Button, Notice } from '../../ui'
import { AlbumNotice } from '../../ui/album-notice'
import './poster.css'

export default function PosterPage() {
  const driveId = useRouter().params.drive ?? ''
  /** Asked again after a lost answer, it is the same drawing. */
  const requestId = useRef(newRequestId()).current
  const asked = useAsk(() => wishes.drivePoster({ driveId, requestId }))
  useShareAppMessage(() => ({ title: '点亮一盏，送一份年味', path: `/pages/wish/index?drive=${driveId}` }))
  return (
    <AskedPage title="叫上朋友" offline="没有信号。有信号再打开" asked={asked}>
      {({ pngUrl }) => <Poster url={pngUrl} />}
    </AskedPage>
  )
}

function Poster({ url }: { readonly url: string }) {
  const deed = useDeed()
  const [isKept, setKept] = useState<boolean>()
  const keep = () => void deed.run(async () => setKept(await saveImage(url)), url)
  return (
    <>
      <Image
        id="poster"
        className="poster"
        src={url}
        mode="widthFix"
        {...aria({ role: 'img', label: '活动的海报，带码' })}
      />
      <BottomBar>
        {deed.error && <Notice kind="wait" {...troubleOf(deed.error, keep)} />}
        <AlbumNotice isKept={isKept} />
        <Button id="keep" kind="p" label="存进相册" busy={deed.isBusy} onClick={keep} />
        <Button id="send" kind="s" label="发给微信好友" openType="share" />
      </BottomBar>
    </>
  )
}
