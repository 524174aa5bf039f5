/** What can be done about a programme as it stands to its reader: claim it, stand in its queue, put right what is wrong, ask the employer. */
import { View } from '@tarojs/components'
import type { ProgrammeCard } from '../../../domain/claim/views'
import { call, goTo, openPage } from '../../cloud/go'
import { aria, Button, Icon, Row } from '../../ui'
import { urlOf } from '../claim/draft'
import { formName } from '../claim/form'
import { beginForm, claimDraft } from '../claim/kept'
import { groupOf, minutesFor } from './standing'

type Props = { readonly programme: ProgrammeCard; readonly isRegistered: boolean; readonly onPaper: () => void }

/** A month they claimed already shows their claim. */
export function PeriodRows({ programme: { periods } }: { readonly programme: ProgrammeCard }) {
  return (
    <>
      {periods.map(({ period, label, claimId, stateLabel }) =>
        claimId ? (
          <Row
            key={period}
            id={`claimed-${claimId}`}
            icon="doc"
            title={label || '您交的这份'}
            value={stateLabel}
            onClick={goTo(`/claims/mine/claim?id=${claimId}`)}
          />
        ) : null,
      )}
    </>
  )
}

export function WaysOn({ programme, isRegistered, onPaper }: Props) {
  return (
    <>
      <Ways programme={programme} isRegistered={isRegistered} />
      <View
        id={`paper-of-${programme.id}`}
        className="claim-card__paper"
        onClick={onPaper}
        {...aria({ role: 'button', label: '看规定原文' })}
      >
        <Icon name="doc" tone="info" size={22} />
        <View className="claim-card__paper-word">看规定原文</View>
      </View>
      {programme.publishDays !== undefined && (
        <Row
          id={`list-of-${programme.id}`}
          icon="doc"
          title="看公示名单"
          note="名字、号码都遮住，有不对的可以说"
          onClick={goTo(`/claims/list/index?programme=${programme.id}`)}
        />
      )}
    </>
  )
}

function Ways({ programme, isRegistered }: Pick<Props, 'programme' | 'isRegistered'>) {
  const group = groupOf(programme)
  if (group === 'employer') return <AskEmployer />
  if (!isRegistered || group === 'taken') return null
  return group === 'no' ? <PutRight /> : <Claim programme={programme} />
}

function AskEmployer() {
  return (
    <>
      <View className="claim-card__no">单位替大家一起领，钱给单位，用来培训。您不用交，问问单位报没报您。</View>
      <Row
        id="counted"
        icon="desk"
        title="看单位报没报我"
        note="报错了，就说一声"
        onClick={goTo('/claims/counted/index')}
      />
    </>
  )
}

function PutRight() {
  return (
    <>
      <Row
        id="mend"
        icon="pen"
        title="登记错了，可以改"
        note="改了住处、过年安排，再来看"
        onClick={goTo('/pages/worker/edit/index')}
      />
      <Row id="union" icon="tel" title="打工会 12351 问" note="问下一回什么时候有" onClick={() => call('12351')} />
    </>
  )
}

const wordsFor = (programme: ProgrammeCard, isBegun: boolean): string => {
  if (isBegun) return '接着填'
  const minutes = `约 ${minutesFor(programme)} 分钟`
  if (programme.isFull) return `先排上，${minutes}`
  return groupOf(programme) === 'yes' ? `现在领，${minutes}` : '先交上去，审核员来定'
}

const kinds = { yes: 'p', unknown: 's' } as const

/** The one red button is for what can be had for certain. */
function Claim({ programme }: { readonly programme: ProgrammeCard }) {
  const { id, verdict } = programme
  const isBegun = claimDraft(formName(id, '')).read().programmeId !== ''
  const begin = () => {
    beginForm(programme)
    openPage(urlOf('index', id, ''))
  }
  return (
    <>
      {programme.isFull && <View className="claim-card__no">有人退出，就轮到下一位。排上了，轮到您就办</View>}
      <Button
        id={`claim-${id}`}
        kind={verdict === 'yes' ? kinds.yes : kinds.unknown}
        label={wordsFor(programme, isBegun)}
        onClick={begin}
      />
    </>
  )
}
