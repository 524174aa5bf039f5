/** A page on which one line of the programme is written: kept as it is typed, looked at when it is done, thrown away if not wanted. */
import Taro, { useRouter } from '@tarojs/taro'
import { type ReactNode, useState } from 'react'
import { useOnline } from '../../cloud/letters'
import { BottomBar, Button, ErrorSummary, Screen, Sheet } from '../../ui'
import { goBack, textOf } from '../parts/routes'
import type { Mistakes } from './answers'
import { type InHand, useProgrammeDraft } from './use-draft'

export type Here = InHand & { readonly name: string; readonly at: number; readonly or: number }

/** Which line of which draft, as the address says. */
export const useLine = (): Here => {
  const { draft, at, or } = useRouter().params
  const name = textOf(draft) || 'programme'
  return { ...useProgrammeDraft(name), name, at: Number(at ?? 0), or: Number(or ?? 0) }
}

export const leave = (): void => {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else goBack('programmes')
}

type Props = {
  readonly title: string
  /** What throwing it away is called: 不要这一条. */
  readonly drop: string
  readonly mistakes: Mistakes
  /** Of an answer: where its field stands. */
  readonly fieldOf: (question: string) => string
  readonly onDone: () => void
  readonly onDrop: () => void
  readonly children: ReactNode
}

export function LinePage({ title, drop, mistakes, fieldOf, onDone, onDrop, children }: Props) {
  const isOnline = useOnline()
  const [isDropping, setDropping] = useState(false)
  const items = Object.entries(mistakes).map(([question, text]) => ({ text, fieldId: fieldOf(question) }))
  return (
    <Screen
      title={title}
      online={isOnline}
      offline="没有信号。写的都存着，接着写"
      bottom={
        <BottomBar>
          <Button id="drop" kind="q" label={drop} onClick={() => setDropping(true)} />
          <Button id="done" kind="p" label="写好了" onClick={onDone} />
        </BottomBar>
      }
    >
      {items.length > 0 && <ErrorSummary items={items} />}
      {children}
      {isDropping && (
        <Sheet
          id="drop-sheet"
          title={drop}
          onClose={() => setDropping(false)}
          foot={
            <Button
              id="drop-it"
              kind="q"
              label={drop}
              onClick={() => {
                onDrop()
                leave()
              }}
            />
          }
        >
          {'写的就没了，要再写一遍。'}
        </Sheet>
      )}
    </Screen>
  )
}
