/** Who brings the gift: asked once, read by the union alone, and by the worker only if the donor wants it. */
import { View } from '@tarojs/components'
import { useState } from 'react'
import { wishes } from '../../cloud/apis'
import { useDeed } from '../../cloud/deed'
import { phoneCode } from '../../cloud/phone'
import { troubleOf } from '../../cloud/trouble'
import { Button, Choice, Field, Notice, type PhoneAnswer, Sheet } from '../../ui'

type Props = {
  /** What follows once it is known who they are. */
  readonly label: string
  readonly onDone: () => void
  readonly onClose: () => void
}

const lastOf = (fields: Readonly<Record<string, string>> | undefined, name: string): string | undefined =>
  Object.entries(fields ?? {}).find(([path]) => path.split('.').includes(name))?.[1]

export function IntroduceSheet({ label, onDone, onClose }: Props) {
  const deed = useDeed()
  const [name, setName] = useState('')
  const [phone, setPhone] = useState('')
  const [isTyped, setTyped] = useState(false)
  const [named, setNamed] = useState('no')
  const send = (given: { source: 'wechat'; code: string } | { source: 'typed'; phone: string }) => {
    const input = { name, phone: given, isNamed: named === 'yes' }
    void deed
      .run(async (requestId) => {
        await wishes.introduce({ requestId, ...input })
      }, input)
      .then((isDone) => {
        if (isDone) onDone()
      })
  }
  const take = (answer: PhoneAnswer) => {
    const code = phoneCode(answer)
    if (code) send({ source: 'wechat', code })
    else setTyped(true)
  }
  const fields = deed.error?.detail.fields
  const isMistake = lastOf(fields, 'name') !== undefined || lastOf(fields, 'phone') !== undefined
  const foot = (
    <>
      {isTyped ? (
        <Button
          id="introduce"
          kind="p"
          label={label}
          busy={deed.isBusy}
          onClick={() => send({ source: 'typed', phone })}
        />
      ) : (
        <Button id="introduce-wechat" kind="p" label="用微信手机号，点一下" openType="getPhoneNumber" onPhone={take} />
      )}
      {!isTyped && <Button id="introduce-type" kind="q" label="自己输手机号" onClick={() => setTyped(true)} />}
    </>
  )
  return (
    <Sheet id="introduce-sheet" title="先说您是谁" onClose={onClose} foot={foot}>
      <Notice kind="info" text="只有工会看得到，送的时候找得到您。" />
      <Field
        id="donor-name"
        label="怎么称呼您"
        kind="text"
        value={name}
        error={lastOf(fields, 'name')}
        onChange={setName}
      />
      {isTyped && (
        <Field
          id="donor-phone"
          label="手机号"
          kind="phone"
          value={phone}
          error={lastOf(fields, 'phone')}
          onChange={setPhone}
        />
      )}
      <Choice
        id="named"
        label="让收的人看到您的称呼吗"
        options={[
          { value: 'no', text: '不留名' },
          { value: 'yes', text: '让他看到称呼' },
        ]}
        value={named}
        onChange={setNamed}
      />
      <View>{deed.error && !isMistake && <Notice kind="wait" {...troubleOf(deed.error, deed.forget)} />}</View>
    </Sheet>
  )
}
