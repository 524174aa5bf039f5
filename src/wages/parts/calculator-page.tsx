/** A calculator: what came of it on top, its questions below, and the way to keep the sum; it needs no log-in and no signal. */
import { type ReactNode, useRef, useState } from 'react'
import { yuan } from '../../../domain/kernel/money'
import type { Counted } from '../../../domain/wages/answer'
import type { CalculatorName } from '../../../domain/wages/kept'
import { call, goTo } from '../../cloud/go'
import { useOnline } from '../../cloud/letters'
import { BottomBar, Button, Card, Row, Screen, UndoBar } from '../../ui'
import { useIsTyping } from '../../ui/keyboard'
import { Answered, Notes, type Reading } from './answered'
import type { Restart } from './draft'
import { isKeptAlready, keepSum } from './kept'

export const OFFLINE = '没有信号，照样能算'

type Props = {
  readonly title: string
  readonly calculator: CalculatorName
  readonly reading: Reading
  readonly restart: Restart
  /** Something lies over the page. */
  readonly isCovered?: boolean
  readonly children: ReactNode
}

/** While somebody types the sum stands still: an old phone would redraw all its lines for every sign. */
const useRested = (reading: Reading): Reading => {
  const isTyping = useIsTyping()
  const rested = useRef(reading)
  if (!isTyping) rested.current = reading
  return rested.current
}

export function CalculatorPage({ title, calculator, restart, isCovered = false, children, ...told }: Props) {
  const reading = useRested(told.reading)
  const isOnline = useOnline()
  const sum = 'answer' in reading && reading.answer.answer === 'amount' ? reading.answer : undefined
  return (
    <Screen
      title={title}
      online={isOnline}
      offline={OFFLINE}
      bottom={sum && sum.totalFen > 0 && !isCovered && <KeepBar calculator={calculator} sum={sum} />}
    >
      {restart.isCleared && <UndoBar id="undo" text="清掉了" label="拿回来" busy={false} onUndo={restart.undo} />}
      <Answered calculator={calculator} reading={reading} />
      {children}
      <Notes reading={reading} />
      <Card>
        <Row id="call-12333" icon="tel" title="打 12333 问" note="算不清的，问人社热线" onClick={() => call('12333')} />
      </Card>
      {restart.canClear && <Button id="clear" kind="q" label="清掉，从头算" onClick={restart.clear} />}
    </Screen>
  )
}

function KeepBar({ calculator, sum }: { readonly calculator: CalculatorName; readonly sum: Counted }) {
  const [, setKept] = useState(0)
  if (isKeptAlready(calculator, sum))
    return (
      <BottomBar note={`${yuan(sum.totalFen)}，存在这部手机里了。讨工资时用得上`}>
        <Button id="others" kind="q" label="算别的" onClick={goTo('/wages/home/index')} />
      </BottomBar>
    )
  const keep = () => {
    keepSum(calculator, sum)
    setKept((times) => times + 1)
  }
  return (
    <BottomBar note={`一共 ${yuan(sum.totalFen)}`}>
      <Button id="keep" kind="p" label="存着，讨工资时用" onClick={keep} />
    </BottomBar>
  )
}
