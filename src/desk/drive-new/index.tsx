/** Publishes a drive, or changes one that is on: four short pages of questions, then it hangs for everybody. */
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { wishApi } from '../../../domain/wish/api'
import { staff, wishes } from '../../cloud/apis'
import { useAsk } from '../../cloud/ask'
import { Empty, Notice } from '../../ui'
import { grantsFor, type Place, placesOf } from '../parts/access'
import { DeskPage } from '../parts/desk-page'
import { PlacePicker } from '../parts/place-picker'
import { goBack, replaceBy, textOf } from '../parts/routes'
import { DriveForm } from './form'

const isWide = ({ scope: { level } }: Place): boolean => level === 'city' || level === 'district'

export default function DriveNewPage() {
  const { params } = useRouter()
  const id = textOf(params.id)
  const asked = useAsk(async () => {
    const [me, numbers] = await Promise.all([staff.me({}), id ? wishes.drive({ driveId: id }) : undefined])
    return { held: placesOf(grantsFor(wishApi.endpoints.publishDrive, me.grants)).filter(isWide), numbers }
  })
  return (
    <DeskPage title={id ? '改活动' : '办一场'} asked={asked}>
      {({ held, numbers }) => {
        if (numbers) return <DriveForm numbers={numbers} scope={numbers.drive.scope} onDone={() => goBack('drive')} />
        const done = (driveId: string) => replaceBy('drive', { id: driveId })
        return <NewDrive held={held} onDone={done} />
      }}
    </DeskPage>
  )
}

type Props = { readonly held: readonly Place[]; readonly onDone: (driveId: string) => void }

const ofDistrict = (held: readonly Place[]): Place | undefined => {
  const [first] = held
  return held.length === 1 && first?.scope.level === 'district' ? first : undefined
}

function NewDrive({ held, onDone }: Props) {
  const [place, setPlace] = useState(() => ofDistrict(held))
  if (held.length === 0)
    return <Empty id="no-publishing" title="办活动归区工会" text="有想法，告诉区工会，他们来办。" />
  if (!place)
    return <PlacePicker id="where" label="在哪办" roots={held} wanted="district" isAnyLevel onChoose={setPlace} />
  return (
    <>
      <Notice id="where-chosen" kind="info" text={`在${place.name}办，发布了大家都看得到。`} />
      <DriveForm scope={place.scope} onDone={onDone} />
    </>
  )
}
