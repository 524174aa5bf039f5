/** The pictures a programme asks an employer for: taken, shrunk and kept in the phone until the roster is handed in. */
import type { EvidenceAsked } from '../../../domain/claim/programme'
import { useDeed } from '../../cloud/deed'
import { choosePictures, type KeptPicture, lookAtPicture, sizeWords } from '../../cloud/pictures'
import { dropPicture } from '../../cloud/upload'
import { Notice } from '../../ui'
import { Photos } from '../../ui/photos'

type Props = {
  readonly asked: EvidenceAsked
  /** Handed in before: taken again only where it was asked for. */
  readonly isAgain: boolean
  readonly pictures: readonly KeptPicture[]
  readonly error: string | undefined
  readonly onChange: (pictures: readonly KeptPicture[]) => void
}

const howMany = ({ atLeast, atMost }: EvidenceAsked): string => {
  if (atLeast === 0) return `最多 ${atMost} 张，没有就不放`
  return atLeast === atMost ? `${atLeast} 张` : `${atLeast} 到 ${atMost} 张`
}

export function Evidence({ asked, isAgain, pictures, error, onChange }: Props) {
  const { evidenceId, label, hint, atMost } = asked
  const choosing = useDeed()
  const add = () =>
    void choosing.run(async () => {
      const taken = await choosePictures(atMost - pictures.length)
      if (taken.length > 0) onChange([...pictures, ...taken])
    })
  const remove = (path: string) => {
    dropPicture(path)
    onChange(pictures.filter((one) => one.path !== path))
  }
  return (
    <>
      {choosing.error && <Notice id="shut" kind="wait" text="没打开相册。到微信的设置里让暖沪用相机、相册，再点一次" />}
      <Photos
        id={`photo-${evidenceId}`}
        label={label}
        hint={[isAgain ? '要换才拍，不拍就用上次的' : '', hint, howMany(asked)].filter(Boolean).join('。')}
        error={error}
        items={pictures.map(({ path, size }) => ({ path, note: `缩小到 ${sizeWords(size)}，存在手机里` }))}
        max={atMost}
        onAdd={add}
        onLook={lookAtPicture}
        onRemove={remove}
      />
    </>
  )
}
