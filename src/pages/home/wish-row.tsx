/** What became of the wish this person made, on the page they open first; nothing where there is none underway. */
import { kinds } from '../../../domain/wish/kinds'
import { wishes } from '../../cloud/apis'
import { useAsk } from '../../cloud/ask'
import { goTo } from '../../cloud/go'
import { Row } from '../../ui'

/** What waits to be fetched or to be answered comes first. */
const urgent: readonly string[] = ['delivering', 'returned', 'draft']

export function WishRow() {
  const asked = useAsk(() => wishes.mine({}))
  if (asked.state !== 'ready') return null
  const mine = asked.data.wishes
  const wish = mine.find(({ state }) => urgent.includes(state)) ?? mine[0]
  if (!wish) return null
  const { kind, stateLabel, next } = wish
  return (
    <Row
      id="my-wish"
      icon="lamp"
      title={`${kinds[kind].label}，${stateLabel}`}
      note={next.text}
      onClick={goTo('/wishes/mine/index')}
    />
  )
}
