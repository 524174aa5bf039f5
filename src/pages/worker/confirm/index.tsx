/** A worker registered by somebody else says yes with their own phone: the code, the last four signs, and the consent. */
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { workerApi } from '../../../../domain/worker/api'
import { workers } from '../../../cloud/apis'
import { useAsk } from '../../../cloud/ask'
import { goCard } from '../../../cloud/go'
import { useLetter } from '../../../cloud/letter'
import { newRequestId } from '../../../cloud/random'
import { BottomBar, Button, ErrorSummary, Field } from '../../../ui'
import { AskedPage } from '../parts/asked-page'
import { ConsentCards, type ConsentText, SensitiveTick } from '../parts/consent-text'
import { LetterNotice } from '../parts/letter-notice'

export default function ConfirmPage() {
  const asked = useAsk(() => workers.consent({}))
  return (
    <AskedPage title="是我，确认" asked={asked}>
      {(text) => <Form text={text} readAgain={() => void asked.reload()} />}
    </AskedPage>
  )
}

type Mistakes = { code?: string; tail?: string; sensitive?: string }

const mistakesIn = (code: string, tail: string, isTicked: boolean): Mistakes => ({
  ...(code.trim() ? {} : { code: '编号还没填' }),
  ...(/^[0-9A-Za-z]{4}$/.test(tail.trim()) ? {} : { tail: '输证件号最后 4 位' }),
  ...(isTicked ? {} : { sensitive: '同意就点一下，不同意就不登记' }),
})

const goToCode = () => void Taro.pageScrollTo({ selector: '#code', duration: 0 })

type FormProps = { text: ConsentText & { version: number; hash: string }; readAgain: () => void }

function Form({ text, readAgain }: FormProps) {
  const [code, setCode] = useState('')
  const [tail, setTail] = useState('')
  const [isTicked, setTicked] = useState(false)
  const [mistakes, setMistakes] = useState<Mistakes>({})
  const letter = useLetter(workerApi, 'confirm', goCard)
  const changing =
    <T,>(set: (next: T) => void) =>
    (next: T) => {
      set(next)
      setMistakes({})
    }
  const confirm = () => {
    const found = mistakesIn(code, tail, isTicked)
    setMistakes(found)
    if (Object.keys(found).length > 0) return
    const consent = { version: text.version, hash: text.hash, agreesToBasic: true, agreesToSensitive: true } as const
    const confirmCode = code.replace(/\s/g, '')
    letter.send({ requestId: newRequestId(), confirmCode, tail: tail.trim().toUpperCase(), consent })
  }
  const items = Object.entries(mistakes).map(([fieldId, words]) => ({ fieldId, text: words }))
  return (
    <>
      <LetterNotice letter={letter} again={confirm} ways={{ retry: goToCode, agree: readAgain }} />
      {items.length > 0 && <ErrorSummary items={items} />}
      <Field
        id="code"
        label="帮您登记的人给的编号"
        hint="8 位"
        kind="code"
        value={code}
        error={mistakes.code}
        onChange={changing(setCode)}
      />
      <Field
        id="tail"
        label="您证件号的最后 4 位"
        hint="身份证最后一位可能是 X"
        kind="idcard"
        value={tail}
        error={mistakes.tail}
        onChange={changing(setTail)}
      />
      <ConsentCards text={text} />
      <SensitiveTick isTicked={isTicked} error={mistakes.sensitive} onChange={changing(setTicked)} />
      {letter.state !== 'waiting' && (
        <BottomBar>
          <Button id="confirm" kind="p" label="是我，确认" busy={letter.state === 'sending'} onClick={confirm} />
        </BottomBar>
      )}
    </>
  )
}
