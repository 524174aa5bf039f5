/** Screen 3 of 3: where and how the festival is spent. */
import { useOnline } from '../../../cloud/letters'
import { BottomBar, Button, Screen, Steps } from '../../../ui'
import { MistakeList, StayFields } from '../parts/fields'
import { mistakesOf, readStay, screens } from '../parts/form'
import { useGoOn, useQuestions } from '../parts/registration'

export default function StayPage() {
  const isOnline = useOnline()
  const on = useGoOn('/pages/worker/check/index')
  const questions = useQuestions(screens.stay, (answers) => mistakesOf(readStay(answers)))
  const goOn = () => {
    if (questions.isRight()) on.goOn()
  }
  return (
    <Screen
      title="在哪过年"
      online={isOnline}
      bottom={
        <BottomBar>
          <Button id="next" kind="p" label={on.label} onClick={goOn} />
        </BottomBar>
      }
    >
      <Steps now={3} of={3} />
      <MistakeList mistakes={questions.mistakes} />
      <StayFields {...questions} />
    </Screen>
  )
}
