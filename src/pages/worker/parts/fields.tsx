/** The questions of a registration, drawn the same wherever they are asked. */
import { provinces } from '../../../../domain/kernel/places'
import { companions, exposures, residences, stays, trades } from '../../../../domain/worker/choices'
import { documentKinds, isDocumentKind } from '../../../../domain/worker/documents'
import { Choice, ErrorSummary, Field, PickRow } from '../../../ui'
import { asksBirthday, type FormAnswers, hasChildren, isLeaving, type Mistakes, type Question } from './form'

type Rows = Readonly<Record<string, { readonly label: string; readonly hint?: string }>>

export const optionsOf = (rows: Rows) =>
  Object.entries(rows).map(([value, { label, hint }]) => ({ value, text: label, ...(hint ? { hint } : {}) }))

const sorted = (rows: Rows) => optionsOf(rows).sort((a, b) => (a.value < b.value ? -1 : 1))

/** Where the calendar opens for a birthday: in the middle of a working life, not today. */
const USUAL_BIRTHDAY = '1985-01-01'

type Props = {
  readonly answers: FormAnswers
  readonly mistakes: Mistakes
  readonly answer: (next: Partial<FormAnswers>) => void
}

/** Same words above and at the field; each line jumps there. */
export function MistakeList({ mistakes }: { mistakes: Mistakes }) {
  const items = Object.entries(mistakes).flatMap(([fieldId, text]) => (text ? [{ text, fieldId }] : []))
  return items.length > 0 ? <ErrorSummary items={items} /> : null
}

export function TypedPhone({ answers, mistakes, answer }: Props) {
  return (
    <Field
      id="phone"
      label="您的手机号"
      hint="11 位，补贴到了发短信"
      kind="phone"
      value={answers.phone}
      error={mistakes.phone}
      onChange={(phone) => answer({ phone, phoneSource: 'typed' })}
    />
  )
}

export function WhoFields({ answers, mistakes, answer }: Props) {
  const kind = isDocumentKind(answers.kind) ? documentKinds[answers.kind] : documentKinds.residentId
  return (
    <>
      <Field
        id="name"
        label="姓名"
        hint="一个字、少数民族长名“·”都行"
        kind="text"
        value={answers.name}
        error={mistakes.name}
        onChange={(name) => answer({ name })}
      />
      <PickRow
        id="kind"
        label="证件"
        options={optionsOf(documentKinds).map(({ value, text }) => ({ value, text }))}
        value={answers.kind}
        error={mistakes.kind}
        onChange={(next) => answer({ kind: next, number: next === answers.kind ? answers.number : '', bornOn: '' })}
      />
      <Field
        id="number"
        key={answers.kind}
        label={kind.numberName}
        hint={kind.hint}
        kind={kind.keyboard === 'idcard' ? 'idcard' : 'text'}
        value={answers.number}
        error={mistakes.number}
        onChange={(number) => answer({ number })}
      />
      {asksBirthday(answers.kind) && (
        <PickRow
          id="bornOn"
          label="生日"
          placeholder="哪年哪月哪天"
          kind="day"
          opensAt={USUAL_BIRTHDAY}
          value={answers.bornOn}
          error={mistakes.bornOn}
          onChange={(bornOn) => answer({ bornOn })}
        />
      )}
      <PickRow
        id="homeProvince"
        label="老家"
        placeholder="哪个省"
        options={sorted(provinces)}
        value={answers.homeProvince}
        error={mistakes.homeProvince}
        onChange={(homeProvince) => answer({ homeProvince })}
      />
    </>
  )
}

const many = Array.from({ length: 9 }, (_, count) => ({ value: String(count + 1), text: `${count + 1} 个` }))

export function StayFields({ answers, mistakes, answer }: Props) {
  const pick = (question: Question) => (value: string) => answer({ [question]: value })
  const shared = (question: Question) => ({
    id: question,
    value: answers[question],
    error: mistakes[question],
    onChange: pick(question),
  })
  return (
    <>
      <Choice {...shared('residence')} label="住哪" options={optionsOf(residences)} />
      <PickRow {...shared('trade')} label="干什么活" placeholder="挑一个" options={optionsOf(trades)} />
      <Choice {...shared('stay')} label="过年" options={optionsOf(stays)} />
      {isLeaving(answers.stay) && (
        <PickRow {...shared('returnOn')} label="哪天回来" placeholder="不知道就空着" kind="day" />
      )}
      <PickRow {...shared('companion')} label="跟谁一起" placeholder="挑一个" options={optionsOf(companions)} />
      {hasChildren(answers.companion) && (
        <PickRow {...shared('childrenCount')} label="几个孩子" placeholder="挑一个" options={many} />
      )}
      <Choice {...shared('exposure')} label="干活接触冷链、医院、机场吗" options={optionsOf(exposures)} />
    </>
  )
}
