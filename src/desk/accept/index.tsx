/** The door of the desk: an invitation, scanned or typed, shown before it is accepted. */
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import * as v from 'valibot'
import { errors } from '../../../domain/kernel/errors'
import { sayInstant } from '../../../domain/kernel/time'
import { StaffName } from '../../../domain/staff/schema'
import { staff } from '../../cloud/apis'
import { useAsk } from '../../cloud/ask'
import { useDeed } from '../../cloud/deed'
import { useOnline } from '../../cloud/letters'
import { BottomBar, Button, Card, ErrorSummary, Field, Notice, Row, Screen } from '../../ui'
import { DeedNotice } from '../parts/deed-notice'
import { DeskPage } from '../parts/desk-page'
import { replaceBy, textOf } from '../parts/routes'
import { mistakeIn, tokenInScene, tokenTyped } from './token'

const FOREIGN = '这不是邀请码。让给您的人再发一张，或照着输。'

export default function AcceptPage() {
  const { params } = useRouter()
  const scene = textOf(params.scene)
  const [token, setToken] = useState(() => tokenInScene(scene))
  const [name, setName] = useState('')
  if (token) return <Offer key={token} token={token} name={name} onName={setName} onToken={setToken} />
  return <TypeToken problem={scene === '' ? undefined : FOREIGN} onToken={setToken} />
}

type TypeProps = { readonly problem: string | undefined; readonly onToken: (token: string) => void }

function TypeToken({ problem, onToken }: TypeProps) {
  const isOnline = useOnline()
  const [typed, setTyped] = useState('')
  const [mistake, setMistake] = useState<string>()
  const go = () => {
    const token = tokenTyped(typed)
    if (token) onToken(token)
    else setMistake(mistakeIn(typed))
  }
  return (
    <Screen
      title="接受邀请"
      online={isOnline}
      bottom={
        <BottomBar>
          <Button id="look" kind="p" label="看看是什么邀请" onClick={go} />
        </BottomBar>
      }
    >
      {problem && <Notice kind="stop" text={problem} />}
      {mistake && <ErrorSummary items={[{ text: mistake, fieldId: 'token' }]} />}
      <Field
        id="token"
        label="邀请码"
        hint="20 位，空格不用输"
        kind="code"
        value={typed}
        error={mistake}
        onChange={(next) => {
          setTyped(next)
          setMistake(undefined)
        }}
      />
    </Screen>
  )
}

type OfferProps = {
  readonly token: string
  /** Kept while another code is typed. */
  readonly name: string
  readonly onName: (name: string) => void
  readonly onToken: (token: string) => void
}

function Offer({ token, name, onName, onToken }: OfferProps) {
  const asked = useAsk(() => staff.invitation({ token }))
  const deed = useDeed()
  const [mistake, setMistake] = useState<string>()
  const accept = async () => {
    const read = v.safeParse(StaffName, name)
    setMistake(read.success ? undefined : read.issues[0].message)
    if (!read.success) return
    const isDone = await deed.run(async (requestId) => {
      await staff.accept({ requestId, token, name: read.output })
    }, name)
    if (isDone) replaceBy('home')
  }
  /** One sign mistyped, or taken back meanwhile: the way to type another stands right below. */
  const failure = asked.state === 'error' ? asked.error : deed.error
  if (failure?.code === 'INVITATION_INVALID')
    return <TypeToken problem={errors.INVITATION_INVALID.text} onToken={onToken} />
  return (
    <DeskPage
      title="接受邀请"
      asked={asked}
      bottom={() => (
        <BottomBar note="接受了马上能用。看谁的完整号码，都有记录。">
          <Button id="accept" kind="p" label="接受" busy={deed.isBusy} onClick={() => void accept()} />
        </BottomBar>
      )}
    >
      {({ roleLabel, scopeName, validUntil }) => (
        <>
          <DeedNotice deed={deed} again={() => void accept()} />
          {mistake && <ErrorSummary items={[{ text: mistake, fieldId: 'name' }]} />}
          <Card title={`邀请您做${roleLabel}`}>
            <Row id="scope" title="管哪里" value={scopeName} />
            <Row id="until" title="什么时候前有效" value={`${sayInstant(validUntil, new Date())} 前`} />
          </Card>
          <Field
            id="name"
            label="您的姓名"
            hint="同事看得到；您看谁的号码，那个人也看得到"
            kind="text"
            value={name}
            error={mistake}
            onChange={(next) => {
              onName(next)
              setMistake(undefined)
            }}
          />
        </>
      )}
    </DeskPage>
  )
}
