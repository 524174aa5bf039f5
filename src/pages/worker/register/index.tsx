/** Screen 1 of 3: the phone number, by WeChat's button in one tap, or by hand when refused or the quota is gone. */
import { useOnline } from '../../../cloud/letters'
import { type PhoneDetail, phoneCode } from '../../../cloud/phone'
import { BottomBar, Button, Card, Screen, Steps } from '../../../ui'
import { MistakeList, TypedPhone } from '../parts/fields'
import { mistakesOf, readPerson, screens } from '../parts/form'
import { today, useGoOn, useQuestions } from '../parts/registration'

export default function PhonePage() {
  const isOnline = useOnline()
  const on = useGoOn('/pages/worker/who/index')
  const questions = useQuestions(screens.phone, (answers) => mistakesOf(readPerson(answers, today())))
  const { answers, mistakes, answer } = questions
  const isTyping = answers.phoneSource === 'typed' || mistakes.phone !== undefined

  const take = (detail: PhoneDetail) => {
    const code = phoneCode(detail)
    if (!code) return answer({ phoneSource: 'typed' })
    answer({ phoneSource: 'wechat', phoneCode: code, phone: '' })
    on.goOn()
  }
  const goOn = () => {
    if (questions.isRight()) on.goOn()
  }
  return (
    <Screen
      title="您的手机号"
      online={isOnline}
      bottom={
        <BottomBar>
          {isTyping ? (
            <Button id="next" kind="p" label={on.label} onClick={goOn} />
          ) : (
            <Button id="wechat" kind="p" label="用微信手机号，点一下" openType="getPhoneNumber" onPhone={take} />
          )}
        </BottomBar>
      }
    >
      <Steps now={1} of={3} />
      <MistakeList mistakes={mistakes} />
      {isTyping ? <TypedPhone {...questions} /> : <Why type={() => answer({ phoneSource: 'typed' })} />}
    </Screen>
  )
}

function Why({ type }: { type: () => void }) {
  return (
    <Card title="要手机号做什么">
      补贴到了发短信，有事找得到您。
      <Button id="type" kind="q" label="自己输" onClick={type} />
    </Card>
  )
}
