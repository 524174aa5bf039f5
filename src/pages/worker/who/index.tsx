/** Screen 2 of 3: name, document and home. */
import { useOnline } from '../../../cloud/letters'
import { BottomBar, Button, Screen, Steps } from '../../../ui'
import { MistakeList, WhoFields } from '../parts/fields'
import { mistakesOf, readPerson, screens } from '../parts/form'
import { today, useGoOn, useQuestions } from '../parts/registration'

export default function WhoPage() {
  const isOnline = useOnline()
  const on = useGoOn('/pages/worker/stay/index')
  const questions = useQuestions(screens.who, (answers) => mistakesOf(readPerson(answers, today())))
  const goOn = () => {
    if (questions.isRight()) on.goOn()
  }
  return (
    <Screen
      title="您是谁"
      online={isOnline}
      bottom={
        <BottomBar>
          <Button id="next" kind="p" label={on.label} onClick={goOn} />
        </BottomBar>
      }
    >
      <Steps now={2} of={3} />
      <MistakeList mistakes={questions.mistakes} />
      <WhoFields {...questions} />
    </Screen>
  )
}
