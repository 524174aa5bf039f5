/** The pictures of one thing a programme asks for: taken, shrunk and kept in the phone; nothing goes before it is handed in. */
import { useState } from 'react'
import type { KeptPicture } from '../../cloud/pictures'
import { choosePictures, lookAtPicture, sizeWords } from '../../cloud/pictures'
import { dropPicture } from '../../cloud/upload'
import { Notice } from '../../ui'
import { Photos } from '../../ui/photos'
import type { Asking } from './asking'

type Props = {
  readonly asking: Extract<Asking, { kind: 'evidence' }>
  readonly pictures: readonly KeptPicture[]
  readonly error: string | undefined
  readonly onChange: (pictures: readonly KeptPicture[]) => void
}

const howMany = ({ atLeast, atMost }: { readonly atLeast: number; readonly atMost: number }): string => {
  if (atLeast === 0) return `最多 ${atMost} 张，没有就不放`
  return atLeast === atMost ? `${atLeast} 张` : `${atLeast} 到 ${atMost} 张`
}

export function EvidenceField({ asking: { id, asked, isAnew }, pictures, error, onChange }: Props) {
  const [isShut, setShut] = useState(false)
  const add = async () => {
    try {
      const taken = await choosePictures(asked.atMost - pictures.length)
      setShut(false)
      if (taken.length > 0) onChange([...pictures, ...taken])
    } catch {
      setShut(true)
    }
  }
  const remove = (path: string) => {
    dropPicture(path)
    onChange(pictures.filter((one) => one.path !== path))
  }
  const hint = [isAnew ? '重新拍，换掉上次的' : '', asked.hint, howMany(asked)].filter(Boolean).join('。')
  return (
    <>
      {isShut && <Notice id="shut" kind="wait" text="没打开相册。到微信的设置里让暖沪用相机、相册，再点一次" />}
      <Photos
        id={`photo-${id}`}
        label={asked.label}
        hint={hint}
        error={error}
        items={pictures.map(({ path, size }) => ({ path, note: `缩小到 ${sizeWords(size)}，存在手机里` }))}
        max={asked.atMost}
        onAdd={() => void add()}
        onLook={lookAtPicture}
        onRemove={remove}
      />
    </>
  )
}
