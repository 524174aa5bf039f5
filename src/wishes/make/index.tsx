/** Make a wish, first screen: whether this person may, rule by rule, and what they would like. */
import { type ReactNode, useState } from 'react'
import { sayDay, toDay } from '../../../domain/kernel/time'
import { isKind } from '../../../domain/wish/kinds'
import type { DriveCard } from '../../../domain/wish/views'
import { AskedPage } from '../../pages/worker/parts/asked-page'
import { BottomBar, Button, Choice, Steps } from '../../ui'
import { hasDetail, textOfSizes, useWishDraft, wishDraft } from './draft'
import { kindsOf } from './kinds-of'
import { MayNot, Rules, whyNot } from './may-not'
import { type Found, useOpenDrive } from './open-drive'

export default function MakeWishPage() {
  const { wishId, driveId, answers } = useWishDraft()
  const asked = useOpenDrive(driveId || (wishId && answers.driveId))
  return (
    <AskedPage title="许个心愿" asked={asked}>
      {(found) => <Judged key={found.judged?.drive.id ?? ''} found={found} wishId={wishId} />}
    </AskedPage>
  )
}

/** Whoever mends a wish already holds a place in the drive. */
function Judged({ found, wishId }: { found: Found; wishId: string }) {
  const why = wishId ? undefined : whyNot(found)
  if (why || !found.judged) return <MayNot why={why ?? 'closed'} found={found} />
  const { drive, may } = found.judged
  return <KindForm drive={drive}>{!wishId && <Rules rules={may.rules} />}</KindForm>
}

function KindForm({ drive, children }: { drive: DriveCard; children: ReactNode }) {
  const { wishId, answers, give, isMending, goOn, goSizeInstead, nextLabel } = useWishDraft()
  const [mistake, setMistake] = useState<string>()
  const choose = (kind: string) => {
    const sizes = textOfSizes(drive.kinds.find((row) => row.kind === kind)?.sizes)
    give({ kind, sizes, driveId: drive.id, ...(kind === answers.kind ? {} : { detail: '' }) })
    setMistake(undefined)
  }
  const next = () => {
    const now = wishDraft(wishId).read()
    if (!isKind(now.kind)) return setMistake('想要什么，选一个')
    give({ driveId: drive.id })
    if (isMending && !hasDetail(now)) return goSizeInstead()
    goOn('size')
  }
  return (
    <>
      {!isMending && <Steps now={1} of={3} />}
      <Choice
        id="kind"
        label="想要什么"
        hint={`${drive.title}，${sayDay(toDay(drive.endsOn), new Date())}前能许`}
        options={kindsOf(drive)}
        value={answers.kind}
        error={mistake}
        onChange={choose}
      />
      {children}
      <BottomBar>
        <Button id="next" kind="p" label={nextLabel} onClick={next} />
      </BottomBar>
    </>
  )
}
