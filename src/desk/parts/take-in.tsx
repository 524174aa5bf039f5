/** Takes a gift in: a picture of it first, then the deed; the picture goes up once, however often it is tried. */
import { Image } from '@tarojs/components'
import { useRef, useState } from 'react'
import { wishes } from '../../cloud/apis'
import { useDeed } from '../../cloud/deed'
import { choosePhoto, uploadPhoto } from '../../cloud/upload'
import { Button, Sheet } from '../../ui'
import { aria } from '../../ui/aria'
import { DeedNotice } from './deed-notice'
import './take-in.css'

type Props = {
  readonly wish: { readonly id: string; readonly version: number }
  readonly gift: string
  readonly onDone: () => void
  readonly onReload: () => void
  readonly onClose: () => void
}

export function TakeIn({ wish: { id, version }, gift, onDone, onReload, onClose }: Props) {
  const taking = useDeed()
  const deed = useDeed()
  const [path, setPath] = useState<string>()
  const sent = useRef<{ readonly path: string; readonly photo: string }>()
  const shoot = () =>
    void taking.run(async () => {
      const taken = await choosePhoto()
      if (taken) setPath(taken)
    })
  const take = (from: string) =>
    void deed.run(
      async (requestId) => {
        const photo = sent.current?.path === from ? sent.current.photo : await uploadPhoto(from)
        sent.current = { path: from, photo }
        await wishes.act({ id, version, requestId, action: 'takeIn', form: { photo } })
        onDone()
      },
      [id, version, from],
    )
  const foot = (
    <>
      <DeedNotice deed={taking} again={shoot} />
      <DeedNotice
        deed={deed}
        again={() => path && take(path)}
        reload={onReload}
        overtaken="这一份有人收过了，看看现在怎样。"
      />
      <Button id="shoot" kind={path ? 'q' : 's'} label={path ? '重拍' : '拍照'} busy={taking.isBusy} onClick={shoot} />
      {path && <Button id="take-in" kind="s" label="收下" busy={deed.isBusy} onClick={() => take(path)} />}
    </>
  )
  return (
    <Sheet id="take-in-sheet" title={`收下：${gift}`} onClose={onClose} foot={foot}>
      {path ? (
        <Image className="desk-shot" src={path} mode="aspectFit" {...aria({ role: 'img', label: '刚拍的照片' })} />
      ) : (
        '拍一张东西的照片，别拍人。收下以后，谁收的、什么时候，都记着。'
      )}
    </Sheet>
  )
}
