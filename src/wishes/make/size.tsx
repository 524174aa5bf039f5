/** Make a wish, second screen: the size, or the grade. */
import { useState } from 'react'
import { isKind, kinds } from '../../../domain/wish/kinds'
import { useOnline } from '../../cloud/letters'
import { BottomBar, Button, Choice, Screen, Steps } from '../../ui'
import { hasDetail, sizesIn, useWishDraft, wishDraft } from './draft'
import { sizeOptions } from './kinds-of'
import { Restart } from './restart'

export default function SizePage() {
  const isOnline = useOnline()
  const { wishId, answers, give, isMending, goOn, nextLabel } = useWishDraft()
  const [mistake, setMistake] = useState<string>()
  if (!isKind(answers.kind)) return <Restart title="大小和年级" />
  const next = () => {
    if (hasDetail(wishDraft(wishId).read())) goOn('say')
    else setMistake('尺码或年级，选一个')
  }
  return (
    <Screen
      title="大小和年级"
      online={isOnline}
      bottom={
        <BottomBar>
          <Button id="next" kind="p" label={nextLabel} onClick={next} />
        </BottomBar>
      }
    >
      {!isMending && <Steps now={2} of={3} />}
      <Choice
        id="detail"
        label={kinds[answers.kind].asks}
        options={sizeOptions(answers.kind, sizesIn(answers))}
        value={answers.detail}
        error={mistake}
        onChange={(detail) => {
          give({ detail })
          setMistake(undefined)
        }}
      />
    </Screen>
  )
}
