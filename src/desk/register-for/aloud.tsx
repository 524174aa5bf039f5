/** The consent text, read aloud to whoever is being registered, and their yes before anything is written. */
import { useState } from 'react'
import { ConsentCards, type ConsentText } from '../../pages/worker/parts/consent-text'
import { BottomBar, Button, Choice, ErrorSummary, Notice, Steps } from '../../ui'

const YES = 'yes'
const MISTAKE = '先念给本人听，本人答应了再登记'

export function Aloud({ text, onYes }: { text: ConsentText; onYes: () => void }) {
  const [saidYes, setSaidYes] = useState(false)
  const [isMissing, setMissing] = useState(false)
  const go = () => {
    if (saidYes) onYes()
    else setMissing(true)
  }
  return (
    <>
      <Steps now={1} of={3} />
      <Notice kind="info" text="念给他听，慢一点。他不答应，就不登记。" />
      {isMissing && <ErrorSummary items={[{ text: MISTAKE, fieldId: 'said-yes' }]} />}
      <ConsentCards text={text} />
      <Choice
        id="said-yes"
        label="他听明白了吗"
        many
        options={[{ value: YES, text: '本人听了，答应了', hint: '证件号也答应用来核对' }]}
        value={saidYes ? [YES] : []}
        error={isMissing ? MISTAKE : undefined}
        onChange={(next) => {
          setSaidYes(next.includes(YES))
          setMissing(false)
        }}
      />
      <BottomBar>
        <Button id="next" kind="p" label="下一步" onClick={go} />
      </BottomBar>
    </>
  )
}
