/** A wish written down for a worker by whoever visits them; it goes nowhere before they say yes on their own phone. */
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { sayDay, toDay } from '../../../domain/kernel/time'
import { isKind, kinds } from '../../../domain/wish/kinds'
import { wishes } from '../../cloud/apis'
import { useAsk } from '../../cloud/ask'
import { useDeed } from '../../cloud/deed'
import { AskedPage } from '../../pages/worker/parts/asked-page'
import { BottomBar, Button, Choice, Empty, LongText, Notice } from '../../ui'
import { blank, type Mistakes, readWords, refusedIn } from './draft'
import { kindsOf, sizeOptions } from './kinds-of'
import { Marked } from './marked'
import { Rules } from './may-not'
import { findFor, type Judged } from './open-drive'
import { Preview } from './preview'
import { Refused } from './refused'
import { STORY_SIGNS } from './say'

const goBack = (): void => void Taro.navigateBack()

export default function WishForPage() {
  const workerId = useRouter().params.worker ?? ''
  const asked = useAsk(() => findFor(workerId))
  const [isWritten, setWritten] = useState(false)
  return (
    <AskedPage title="替他许个心愿" offline="没有信号。有信号再写" asked={asked}>
      {({ row, judged }) => {
        if (isWritten) return <Written name={row.maskedName} />
        if (!judged?.drive.isOpen) return <Empty id="closed" title="现在没有开着的" text="工会开了下一场，再来写。" />
        if (judged.may.verdict === 'no') return <MayNot name={row.maskedName} judged={judged} />
        if (judged.may.left === 0)
          return (
            <Empty
              id="used"
              title="许满了"
              text={`${judged.drive.title}，每人 ${judged.drive.wishesEach} 个，他都许了。`}
            />
          )
        return <Form workerId={workerId} judged={judged} onWritten={() => setWritten(true)} />
      }}
    </AskedPage>
  )
}

function Written({ name }: { readonly name: string }) {
  return (
    <Empty
      id="written"
      title="写好了"
      text={`${name}在自己的手机上看过、点了同意，才交到工会。现在就请他看一眼。`}
      action={{ label: '回登记', onClick: goBack }}
    />
  )
}

function MayNot({ name, judged }: { readonly name: string; readonly judged: Judged }) {
  return (
    <>
      <Notice id="may-not" kind="wait" text={`这一场${name}许不了，看看是哪一条`} />
      <Rules rules={judged.may.rules} />
      <Button id="back" kind="q" label="回登记" onClick={goBack} />
    </>
  )
}

type FormProps = { readonly workerId: string; readonly judged: Judged; readonly onWritten: () => void }

/** Nothing of it is kept in this phone's storage: it is somebody else's wish on the visitor's phone. */
function Form({ workerId, judged: { drive, may }, onWritten }: FormProps) {
  const deed = useDeed()
  const [answers, setAnswers] = useState(blank)
  const [missing, setMissing] = useState<Mistakes>({})
  const { kind, detail, story } = answers
  const give = (next: Partial<typeof blank>) => {
    setAnswers({ ...answers, ...next })
    setMissing({})
    deed.forget()
  }
  const write = () => {
    const read = readWords(answers)
    setMissing(read.ok ? {} : read.mistakes)
    if (!read.ok) return
    const { words } = read
    const input = { driveId: drive.id, workerId, words }
    void deed
      .run(async (requestId) => {
        await wishes.makeFor({ requestId, ...input })
      }, input)
      .then((isDone) => isDone && onWritten())
  }
  const mistakes: Mistakes = { ...refusedIn(deed.error), ...missing }
  return (
    <>
      <Choice
        id="kind"
        label="他想要什么"
        hint={`${drive.title}，${sayDay(toDay(drive.endsOn), new Date())}前能许`}
        options={kindsOf(drive)}
        value={kind}
        error={mistakes.kind}
        onChange={(next) => give({ kind: next, detail: next === kind ? detail : '' })}
      />
      {isKind(kind) && (
        <>
          <Choice
            id="detail"
            label={kinds[kind].asks}
            options={sizeOptions(kind, drive.kinds.find((row) => row.kind === kind)?.sizes)}
            value={detail}
            error={mistakes.detail}
            onChange={(next) => give({ detail: next })}
          />
          <Story words={story} mistake={mistakes.story} onSay={(next) => give({ story: next })} />
          <Preview kind={kind} detail={detail} story={story} />
        </>
      )}
      <Rules rules={may.rules} />
      <Refused error={deed.error} again={write} />
      <BottomBar note="他在自己的手机上同意了，才交给工会">
        <Button id="write" kind="p" label="写好了，等他同意" busy={deed.isBusy} onClick={write} />
      </BottomBar>
    </>
  )
}

type StoryProps = {
  readonly words: string
  readonly mistake: string | undefined
  readonly onSay: (words: string) => void
}

function Story({ words, mistake, onSay }: StoryProps) {
  /** Raised when words are taken out by a tap: the field then starts anew with what is left. */
  const [turn, setTurn] = useState(0)
  return (
    <>
      <LongText
        key={turn}
        id="story"
        label="他怎么说"
        hint="给谁用，想要什么样的。别写名字、电话、哪个工地"
        max={STORY_SIGNS}
        value={words}
        error={mistake}
        onChange={onSay}
      />
      <Marked
        words={words}
        isAsked={mistake !== undefined}
        onTakeOut={(left) => {
          onSay(left)
          setTurn(turn + 1)
        }}
      />
    </>
  )
}
