/** From when to when, how often; how much money and for how many; who looks at it a second time. */
import { type BenefitName, benefits, claimants } from '../../../domain/claim/benefits'
import { addMonths, onOf, toDay } from '../../../domain/kernel/time'
import { Choice, Field, PickRow } from '../../ui'
import { Picks } from '../../ui/picks'
import { sayMonth } from '../parts/programme-words'
import { type Answers, APART, monthsIn } from './answers'
import type { Asks } from './fields-gift'

const often = [
  { value: 'once', text: '一共领一回' },
  { value: 'monthly', text: '一个月领一回' },
]

/** Some before it opens and the rest after it, and whatever was chosen already. */
const BEFORE = 3
const SHOWN = 12
const monthsShown = (answers: Answers): { value: string; text: string }[] => {
  const first = toDay(`${(answers.opensOn || onOf(new Date())).slice(0, 7)}-01`)
  const near = Array.from({ length: SHOWN }, (_, at) => addMonths(first, at - BEFORE).slice(0, 7))
  return [...new Set([...near, ...monthsIn(answers)])].sort().map((value) => ({ value, text: sayMonth(value) }))
}

const isBenefit = (name: string): name is BenefitName => Object.hasOwn(benefits, name)
const isForMany = ({ benefit }: Answers): boolean =>
  isBenefit(benefit) && claimants[benefits[benefit].claimant].hasRoster

export function Dates({ answers, mistakes, give }: Asks) {
  return (
    <>
      <PickRow
        id="opensOn"
        label="哪天开始领"
        kind="day"
        value={answers.opensOn}
        error={mistakes.opensOn}
        onChange={(opensOn) => give({ opensOn })}
      />
      <PickRow
        id="closesOn"
        label="哪天截止"
        kind="day"
        opensAt={answers.opensOn}
        value={answers.closesOn}
        error={mistakes.closesOn}
        onChange={(closesOn) => give({ closesOn })}
      />
      <Choice
        id="often"
        label="一个人领几回"
        options={often}
        value={answers.often}
        onChange={(value) => give({ often: value })}
      />
      {answers.often === 'monthly' && <Months answers={answers} mistakes={mistakes} give={give} />}
    </>
  )
}

function Months({ answers, mistakes, give }: Omit<Asks, 'name'>) {
  return (
    <>
      <Picks
        id="months"
        label="哪几个月"
        options={monthsShown(answers)}
        value={monthsIn(answers)}
        error={mistakes.months}
        onChange={(months) => give({ months: [...months].sort().join(APART) })}
      />
      {isForMany(answers) && (
        <Field
          id="mostMonths"
          label="一个人最多几个月"
          hint="换了单位也一起算。不限就空着"
          kind="number"
          value={answers.mostMonths}
          error={mistakes.mostMonths}
          onChange={(mostMonths) => give({ mostMonths })}
        />
      )}
    </>
  )
}

export function Budget({ answers, mistakes, give }: Asks) {
  return (
    <>
      <Field
        id="budget"
        label="一共多少元"
        hint="同意一份，留出一份的钱；留完了就不能再同意"
        kind="text"
        value={answers.budget}
        error={mistakes.budget}
        onChange={(budget) => give({ budget })}
      />
      <Field
        id="places"
        label="一共多少人"
        hint="不限就空着"
        kind="number"
        value={answers.places}
        error={mistakes.places}
        onChange={(places) => give({ places })}
      />
    </>
  )
}

const signed = [
  { value: 'no', text: '不用', hint: '一个人看过就行' },
  { value: 'yes', text: '钱多的要', hint: '超过多少元，再换一个人看一遍' },
]
const published = [
  { value: 'no', text: '不公示' },
  { value: 'yes', text: '公示', hint: '名单遮住名字放出来，谁都能提异议，过了日子才打钱' },
]

export function Signing({ answers, mistakes, give }: Asks) {
  return (
    <>
      <Choice
        id="isSigned"
        label="要第二个人看吗"
        options={signed}
        value={answers.isSigned}
        onChange={(isSigned) => give({ isSigned })}
      />
      {answers.isSigned === 'yes' && (
        <Field
          id="countersign"
          label="超过多少元"
          hint="正好这么多的不用"
          kind="text"
          value={answers.countersign}
          error={mistakes.countersign}
          onChange={(countersign) => give({ countersign })}
        />
      )}
      <Choice
        id="isPublished"
        label="名单公示吗"
        options={published}
        value={answers.isPublished}
        onChange={(isPublished) => give({ isPublished })}
      />
      {answers.isPublished === 'yes' && (
        <Field
          id="publishDays"
          label="公示几个工作日"
          hint="像 5"
          kind="number"
          value={answers.publishDays}
          error={mistakes.publishDays}
          onChange={(publishDays) => give({ publishDays })}
        />
      )}
    </>
  )
}
