/** The words with what would tell who wishes marked in them, and a tap that takes each of it out; while somebody types, one line. */
import { Text, View } from '@tarojs/components'
import { type Finding, identifying } from '../../../domain/wish/identifying'
import { aria, Row } from '../../ui'
import { useIsTyping } from '../../ui/keyboard'
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

type Props = { readonly words: string; readonly onTakeOut: (left: string) => void }

export function Marked({ words, onTakeOut }: Props) {
  const isTyping = useIsTyping()
  const found = identifying(words)
  const [first] = found
  if (!first) return null
  if (isTyping) return <View className="marked">{`“${words.slice(first.from, first.to)}”${first.why}，写好再改`}</View>
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
          onClick={() => onTakeOut(words.slice(0, from) + words.slice(to))}
        />
      ))}
    </View>
  )
}
