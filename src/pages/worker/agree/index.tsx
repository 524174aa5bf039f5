/** The text changed since it was agreed to: read it again, say yes again, or go another way. */
import { useState } from 'react'
import { workerApi } from '../../../../domain/worker/api'
import { workers } from '../../../cloud/apis'
import { useAsk } from '../../../cloud/ask'
import { goBack, goTo } from '../../../cloud/go'
import { useLetter } from '../../../cloud/letter'
import { newRequestId } from '../../../cloud/random'
import { BottomBar, Button } from '../../../ui'
import { AskedPage } from '../parts/asked-page'
import { ConsentCards, type ConsentText, SensitiveTick } from '../parts/consent-text'
import { LetterNotice } from '../parts/letter-notice'

export default function AgreePage() {
  const asked = useAsk(() => workers.consent({}))
  return (
    <AskedPage title="说明改过了" asked={asked}>
      {(text) => <Form text={text} readAgain={() => void asked.reload()} />}
    </AskedPage>
  )
}

type FormProps = { text: ConsentText & { version: number; hash: string }; readAgain: () => void }

function Form({ text, readAgain }: FormProps) {
  const [isTicked, setTicked] = useState(false)
  const [isMissing, setMissing] = useState(false)
  const letter = useLetter(workerApi, 'agree', goBack)
  const agree = () => {
    setMissing(!isTicked)
    if (!isTicked) return
    const consent = { version: text.version, hash: text.hash, agreesToBasic: true, agreesToSensitive: true } as const
    letter.send({ requestId: newRequestId(), consent })
  }
  return (
    <>
      <LetterNotice letter={letter} again={agree} ways={{ agree: readAgain }} />
      <ConsentCards text={text} />
      <SensitiveTick
        isTicked={isTicked}
        error={isMissing ? '同意就点一下；不同意，可以删掉登记' : undefined}
        onChange={setTicked}
      />
      <BottomBar>
        <Button id="refuse" kind="q" label="不同意，删掉登记" onClick={goTo('/pages/worker/erase/index')} />
        {letter.state !== 'waiting' && (
          <Button id="agree" kind="p" label="同意" busy={letter.state === 'sending'} onClick={agree} />
        )}
      </BottomBar>
    </>
  )
}
