/** Make a wish, third screen: a few words that everybody may read; what would tell who wishes is marked as it is typed. */
import { useState } from 'react'
import { isKind } from '../../../domain/wish/kinds'
import { useOnline } from '../../cloud/letters'
import { BottomBar, Button, LongText, Screen, Steps } from '../../ui'
import { storyMistake, useWishDraft, wishDraft } from './draft'
import { Marked } from './marked'
import { Preview } from './preview'
import { Restart } from './restart'

export const STORY_SIGNS = 60

export default function SayPage() {
  const isOnline = useOnline()
  const { wishId, answers, give, isMending, goOn, nextLabel } = useWishDraft()
  const [mistake, setMistake] = useState<string>()
  /** Raised when words are taken out by a tap: the field then starts anew with what is left. */
  const [turn, setTurn] = useState(0)
  if (!isKind(answers.kind)) return <Restart title="说两句" />
  const { kind, detail, story } = answers
  const next = () => {
    const wrong = storyMistake(wishDraft(wishId).read().story)
    if (wrong) setMistake(wrong)
    else goOn('check')
  }
  const say = (words: string) => {
    give({ story: words })
    setMistake(undefined)
  }
  return (
    <Screen
      title="说两句"
      online={isOnline}
      bottom={
        <BottomBar>
          <Button id="next" kind="p" label={nextLabel} onClick={next} />
        </BottomBar>
      }
    >
      {!isMending && <Steps now={3} of={3} />}
      <LongText
        key={turn}
        id="story"
        label="说两句"
        hint="给谁用，想要什么样的。别写名字、电话、哪个工地。键盘上的话筒也能说"
        max={STORY_SIGNS}
        value={story}
        error={mistake}
        onChange={say}
      />
      <Marked
        words={story}
        isAsked={mistake !== undefined}
        onTakeOut={(words) => {
          say(words)
          setTurn(turn + 1)
        }}
      />
      <Preview kind={kind} detail={detail} story={story} />
    </Screen>
  )
}
