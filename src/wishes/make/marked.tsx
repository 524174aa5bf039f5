/** The words with what would tell who wishes marked in them, and a tap that takes each of it out; one line until somebody asks. */
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { type Finding, identifying } from '../../../domain/wish/identifying'
import { aria, Row } from '../../ui'
import './marked.css'

type Piece = { readonly at: number; readonly text: string; readonly isFound: boolean }

const piecesOf = (words: string, found: readonly Finding[]): Piece[] => {
  const pieces: Piece[] = []
  let at = 0
  for (const { from, to } of found) {
    pieces.push(
      { at, text: words.slice(at, from), isFound: false },
      { at: from, text: words.slice(from, to), isFound: true },
    )
    at = to
  }
  pieces.push({ at, text: words.slice(at), isFound: false })
  return pieces.filter(({ text }) => text !== '')
}

type Props = {
  readonly words: string
  /** The way on was tried: now all of it is shown. */
  readonly isAsked: boolean
  readonly onTakeOut: (left: string) => void
}

/** Always there, so that a mark that comes redraws this and not the whole page. */
export function Marked(props: Props) {
  return (
    <View>
      <Marks {...props} />
    </View>
  )
}

function Marks({ words, isAsked, onTakeOut }: Props) {
  const [isOpen, setOpen] = useState(false)
  const found = identifying(words)
  const [first] = found
  if (!first) return null
  /** Drawn with every sign that is typed, so it is little. */
  if (!isAsked && !isOpen) {
    const line = `“${words.slice(first.from, first.to)}”${first.why}，点这里改`
    return (
      <View className="marked marked--line" onClick={() => setOpen(true)} {...aria({ role: 'button', label: line })}>
        {line}
      </View>
    )
  }
  return (
    <View id="marked" className="marked" {...aria({ role: 'alert', isLive: true })}>
      <View className="marked__title">{`有 ${found.length} 处要改，别人会认出您`}</View>
      <View className="marked__words">
        {piecesOf(words, found).map(({ at, text, isFound }) => (
          <Text key={at} className={isFound ? 'marked__found' : ''}>
            {text}
          </Text>
        ))}
      </View>
      {found.map(({ from, to, why }) => (
        <Row
          key={from}
          title={`“${words.slice(from, to)}”`}
          note={why}
          go="拿掉"
          onClick={() => {
            setOpen(true)
            onTakeOut(words.slice(0, from) + words.slice(to))
          }}
        />
      ))}
    </View>
  )
}
