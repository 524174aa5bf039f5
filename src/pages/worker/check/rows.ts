/** The answers as rows to look over before they go, each with the screen that mends it. */
import { provinces } from '../../../../domain/kernel/places'
import { sayDay, toDay } from '../../../../domain/kernel/time'
import { companions, exposures, residences, stays, trades } from '../../../../domain/worker/choices'
import { documentKinds, maskNumber } from '../../../../domain/worker/documents'
import { asksBirthday, type FormAnswers, hasChildren, isLeaving, type Question } from '../parts/form'

export type CheckRow = {
  readonly question: Question
  readonly title: string
  readonly value: string
  readonly screen: string
}

type Words = Readonly<Record<string, { readonly label: string }>>
const worded = (rows: Words, key: string): string => (Object.hasOwn(rows, key) ? (rows[key]?.label ?? '') : '还没填')

const register = '/pages/worker/register/index'
const who = '/pages/worker/who/index'
const stay = '/pages/worker/stay/index'

const companionWords = ({ companion, childrenCount }: FormAnswers): string => {
  const words = worded(companions, companion)
  return hasChildren(companion) && childrenCount ? `${words}，${childrenCount} 个` : words
}

const stayWords = ({ stay: choice, returnOn }: FormAnswers, now: Date): string => {
  const words = worded(stays, choice)
  return isLeaving(choice) && returnOn ? `${words}，${sayDay(toDay(returnOn), now)}回来` : words
}

const birthdayWords = ({ bornOn }: FormAnswers): string => {
  const [year, month, date] = bornOn.split('-').map(Number)
  return year ? `${year} 年 ${month} 月 ${date} 日` : '还没填'
}

/** The number is shown masked: somebody may look over the shoulder, and 改 shows it whole. */
export const checkRows = (answers: FormAnswers, now: Date): CheckRow[] => [
  {
    question: 'phone',
    title: '手机号',
    value: answers.phoneSource === 'wechat' ? '微信给的' : answers.phone,
    screen: register,
  },
  { question: 'name', title: '姓名', value: answers.name, screen: who },
  { question: 'number', title: worded(documentKinds, answers.kind), value: maskNumber(answers.number), screen: who },
  ...(asksBirthday(answers.kind)
    ? [{ question: 'bornOn', title: '生日', value: birthdayWords(answers), screen: who } as const]
    : []),
  { question: 'homeProvince', title: '老家', value: worded(provinces, answers.homeProvince), screen: who },
  { question: 'residence', title: '住哪', value: worded(residences, answers.residence), screen: stay },
  { question: 'trade', title: '干什么活', value: worded(trades, answers.trade), screen: stay },
  { question: 'stay', title: '过年', value: stayWords(answers, now), screen: stay },
  { question: 'companion', title: '跟谁一起', value: companionWords(answers), screen: stay },
  { question: 'exposure', title: '接触冷链、医院、机场', value: worded(exposures, answers.exposure), screen: stay },
]
