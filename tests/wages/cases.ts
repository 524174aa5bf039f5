/** The wage cases a person at the bureau reads and adds to (cases/README.md), and where a calculator answers otherwise. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { type Fen, yuan } from '../../domain/kernel/money'
import { type Day, isDay } from '../../domain/kernel/time'
import * as wages from '../../domain/wages'
import { type Block, type Item, type Section, sectionsOf } from '../rules/lines'
import { choiceIn, cityIn, endingIn, monthIn, payDayIn, shiftIn, wageIn, wrong, yuanIn } from './reading'

type Said = {
  readonly figures: Readonly<Record<string, Fen>>
  readonly lines: readonly { readonly words: string; readonly source: string }[]
  readonly beside: readonly string[]
  readonly questions: readonly string[]
  readonly unsourced?: string
}
type Facts = Record<string, unknown>
type Find = (name: string) => Block | undefined

const nothingSaid: Said = { figures: {}, lines: [], beside: [], questions: [] }
const wordsOf = (rows: readonly { words: string }[]): string[] => rows.map(({ words }) => words)

const saidBy = (answer: wages.Answer): Said =>
  answer.answer === 'needs'
    ? { ...nothingSaid, questions: answer.needs.map(({ question }) => question) }
    : {
        ...nothingSaid,
        figures: { 一共: answer.totalFen },
        lines: answer.lines,
        beside: wordsOf([...answer.basis, ...answer.notes]),
      }

const convertedBy = (answer: wages.ConversionAnswer): Said =>
  answer.answer === 'needs'
    ? saidBy(answer)
    : { ...nothingSaid, figures: { 一天: answer.dayFen, 一小时: answer.hourFen }, beside: wordsOf(answer.basis) }

const minimumBy = (answer: wages.MinimumWageAnswer): Said =>
  answer.answer === 'unsourced'
    ? { ...nothingSaid, unsourced: answer.words }
    : { ...nothingSaid, figures: { 一个月: answer.monthFen, 一小时: answer.hourFen }, beside: [answer.words] }

const calculators: Readonly<Record<string, (facts: Facts, today: () => Day) => Said>> = {
  加班费: (facts) => saidBy(wages.overtime(v.parse(wages.OvertimeFacts, facts))),
  日工资和小时工资: (facts) => convertedBy(wages.conversion(v.parse(wages.ConversionFacts, facts))),
  最低工资: (facts) => minimumBy(wages.minimumWage(v.parse(wages.MinimumWageFacts, facts))),
  欠薪: (facts, today) => saidBy(wages.arrears(v.parse(wages.ArrearsFacts, facts), today())),
  两倍工资: (facts, today) => saidBy(wages.doublePay(v.parse(wages.DoublePayFacts, facts), today())),
  经济补偿: (facts) => saidBy(wages.severance(v.parse(wages.SeveranceFacts, facts))),
}

/** What a calculator is told, by the words it stands under; 一个月 is a fact of some and a result of others. */
const factBlocks: Readonly<Record<string, (file: string, block: Block) => Facts>> = {
  工资: (file, block) => ({ wage: wageIn(file, block) }),
  上班: (file, { items }) => ({ shifts: items.map((item) => shiftIn(file, item)) }),
  欠的月份: (file, { items }) => ({ months: items.map((item) => monthIn(file, item)) }),
  发工资: (file, block) => ({ payDay: payDayIn(file, block) }),
  城市: (file, block) => ({ city: cityIn(file, block) }),
  哪天: (_, { value }) => ({ on: value }),
  开始上班: (_, { value }) => ({ startedOn: value }),
  合同: (_, { value }) => (value === '没签' ? { isSigned: false } : { isSigned: true, signedOn: value }),
  最后一天: (_, { value }) => ({ endedOn: value === '还在干' ? 'still' : value }),
  平均一个月: (file, block) => ({ averageFen: yuanIn(file, block) }),
  走之前那个月: (file, block) => ({ lastMonthFen: yuanIn(file, block) }),
  提前通知: (file, block) => ({ isNoticed: choiceIn({ 说了: true, 没说: false })(file, block) }),
  怎么走的: (file, block) => ({ ending: endingIn(file, block) }),
}
const monthlyFact = (file: string, block: Block): Facts => ({ monthFen: yuanIn(file, block) })

const figureBlocks = ['一共', '一天', '一个月', '一小时']
const others = ['算', '今天', '每一行', '要问', '还说', '没出处']

const isKnownBlock = (key: string): boolean =>
  Object.hasOwn(factBlocks, key) || figureBlocks.includes(key) || others.includes(key)

export type Case = {
  readonly file: string
  readonly name: string
  readonly number: number
  readonly said: Said
  readonly own: Find
}

const blocksIn = (file: string, section: Section | undefined): Map<string, Block> => {
  const blocks = new Map<string, Block>()
  for (const block of section?.blocks ?? []) {
    if (!isKnownBlock(block.key)) throw wrong(file, block.number, `没有“${block.key}”这一块`)
    if (blocks.has(block.key)) throw wrong(file, block.number, `“${block.key}”写了两遍`)
    blocks.set(block.key, block)
  }
  return blocks
}

/** Left empty: not known here, although the head of the file says it. */
const isEmpty = ({ value, items }: Block): boolean => value === '' && items.length === 0

function factsIn(file: string, either: Find, asksMonthly: boolean): Facts {
  const rows = asksMonthly ? { ...factBlocks, 一个月: monthlyFact } : factBlocks
  const told = Object.entries(rows).flatMap(([name, read]) => {
    const block = either(name)
    return block && !isEmpty(block) ? [read(file, block)] : []
  })
  return Object.assign({}, ...told)
}

function caseIn(file: string, shared: Map<string, Block>, section: Section): Case {
  const blocks = blocksIn(file, section)
  const either: Find = (name) => blocks.get(name) ?? shared.get(name)
  const which = either('算')
  const calculate = calculators[which?.value ?? '']
  if (!calculate) throw wrong(file, section.number, `“${section.name}”没写算什么，能写：${Object.keys(calculators)}`)
  const today = (): Day => {
    const { value = '', number = section.number } = either('今天') ?? {}
    if (!isDay(value)) throw wrong(file, number, '今天是哪天，写成 2021-02-10')
    return value
  }
  const isDoublePay = which?.value === '两倍工资'
  const said = calculate(factsIn(file, either, isDoublePay), today)
  const own: Find = (name) => (isDoublePay && name === '一个月' ? undefined : blocks.get(name))
  return { file, name: section.name, number: section.number, said, own }
}

export const casesIn = (file: string, text: string): Case[] => {
  const [head, ...sections] = sectionsOf(file, text)
  if (sections.length === 0) throw wrong(file, 1, '一个例子也没有：例子的头一行是“## ”和它的名字')
  const shared = blocksIn(file, head)
  return sections.map((section) => caseIn(file, shared, section))
}

const folder = join(__dirname, 'cases')
export const caseFiles = readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md')
export const textOf = (file: string): string => readFileSync(join(folder, file), 'utf8')

const lineWritten = ({ text, fields }: Item, source: string | undefined): string =>
  fields.some(({ key }) => key === '凭什么') ? `${text}\n  凭什么：${source ?? fields[0]?.value}` : text

/** Each place where a calculator says something else than the file, with both. */
export function differences({ file, name, number, said, own }: Case): string[] {
  const odd = (at: number, expected: string, got: string): string[] =>
    expected === got ? [] : [`${file} 第 ${at} 行（${name}）\n文件里写：\n${expected}\n算出来是：\n${got}`]
  const [lines, beside, asked, unsourced] = [own('每一行'), own('还说'), own('要问'), own('没出处')]
  const figures = figureBlocks.flatMap((key) => own(key) ?? [])
  if (figures.length === 0 && !asked && !unsourced) throw wrong(file, number, `“${name}”没写结果`)
  const texts = (items: readonly Item[] = []): string => items.map(({ text }) => text).join('\n')
  return [
    ...figures.flatMap(({ key, value, number: at }) => {
      const fen = said.figures[key]
      return odd(at, value, fen === undefined ? '没有这个数' : yuan(fen))
    }),
    ...odd(asked?.number ?? number, texts(asked?.items), said.questions.join('\n')),
    ...odd(unsourced?.number ?? number, unsourced?.value ?? '', said.unsourced ?? ''),
    ...(lines
      ? odd(
          lines.number,
          lines.items.map((item) => lineWritten(item, undefined)).join('\n'),
          said.lines.map(({ words, source }, at) => lineOf(words, source, lines.items[at])).join('\n'),
        )
      : []),
    ...(beside?.items ?? []).flatMap(({ number: at, text }) =>
      said.beside.includes(text) ? [] : odd(at, text, said.beside.join('\n')),
    ),
  ]
}

const lineOf = (words: string, source: string, item: Item | undefined): string =>
  item ? lineWritten({ ...item, text: words }, source) : words
