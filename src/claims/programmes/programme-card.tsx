/** One programme: folded, what it is and the one thing to know or to answer; open, every rule with its own answer, and the way to have it. */
import { View } from '@tarojs/components'
import type { ProgrammeCard } from '../../../domain/claim/views'
import { aria, Card, Icon } from '../../ui'
import { Given, givenWords } from '../parts/money'
import { InPlace, type Judged } from './in-place'
import { Rules } from './rules'
import { groupOf } from './standing'
import { VerdictTag } from './verdict-tag'
import { PeriodRows, WaysOn } from './ways-on'
import './programme-card.css'

type Props = {
  readonly programme: ProgrammeCard
  readonly isRegistered: boolean
  readonly isOpen: boolean
  readonly onTurn: () => void
  readonly onPaper: () => void
  readonly onAnswered: (judged: Judged) => void
}

export function Programme(props: Props) {
  const { programme, isOpen, onAnswered } = props
  const [question, ...others] = programme.questions
  const asks = groupOf(programme) === 'unknown' ? question : undefined
  return (
    <Card id={`programme-${programme.id}`}>
      <Head {...props} />
      {!isOpen && <Teaser programme={programme} />}
      {isOpen && (
        <View className="claim-card__rules">
          <Rules programme={programme} />
        </View>
      )}
      {asks && <InPlace key={asks.fact} question={asks} onAnswered={onAnswered} />}
      {isOpen && asks && others.map((other) => <InPlace key={other.fact} question={other} onAnswered={onAnswered} />)}
      {isOpen && <PeriodRows programme={programme} />}
      {isOpen && <WaysOn {...props} />}
    </Card>
  )
}

/** A tap anywhere on it opens the card, or folds it. */
function Head({ programme, isRegistered, isOpen, onTurn }: Props) {
  const { id, title, payer, closesWords } = programme
  return (
    <View
      id={`turn-${id}`}
      className="claim-card__head"
      onClick={onTurn}
      {...aria({
        role: 'button',
        label: [title, givenWords(programme), `${payer}发`, `${closesWords}来领`].join('，'),
        isExpanded: isOpen,
      })}
    >
      <View className="claim-card__words">
        <VerdictTag programme={programme} isRegistered={isRegistered} />
        <View className="claim-card__title">{title}</View>
        <View className="claim-card__when">{isOpen ? `${payer}发` : givenWords(programme)}</View>
        {isOpen && <View className="claim-card__when">{`${closesWords}来领`}</View>}
      </View>
      {isOpen && (
        <View className="claim-card__given">
          <Given programme={programme} />
        </View>
      )}
      {!isOpen && (
        <View className="claim-card__turn">
          <Icon name="down" tone="ink3" size={20} />
        </View>
      )}
    </View>
  )
}

/** Of one that cannot be had, the first rule against it. */
function Teaser({ programme }: { readonly programme: ProgrammeCard }) {
  const against = programme.rules.find(({ verdict }) => verdict === 'no')
  if (groupOf(programme) !== 'no' || !against) return null
  return <View className="claim-card__why">{against.why ?? against.text}</View>
}
