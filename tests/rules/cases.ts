/** The cases a person at the bureau reads and adds to (cases/README.md), and what an engine that answers otherwise is told. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Day, isDay, toDay } from '../../domain/kernel/time'
import { type Answer, type DatedFact, type FactName, type Facts, factRow, judge, type Rule } from '../../domain/rules'
import { type Block, CaseError, type Item, type Section, sectionsOf } from './lines'
import { datedFactIn, ruleIn } from './values'

export const verdicts = { yes: '能领', no: '不能', unknown: '还不清楚' } as const
const marks = { yes: '能', no: '不能', unknown: '还不清楚' } as const

type Said = { readonly number: number; readonly text: string; readonly fields: Readonly<Record<string, string>> }
export type Case = {
  readonly file: string
  readonly name: string
  readonly number: number
  readonly rules: readonly Rule[]
  readonly facts: Facts
  readonly on: Day
  readonly verdict: { readonly number: number; readonly words: string }
  readonly answers: readonly Said[]
}

const blockNames = ['规则', '事实', '看的日子', '结论', '每条怎么说']
const answerFields = ['因为', '要问', '来处', '出处']

const find = (file: string, section: Section | undefined, name: string): Block | undefined => {
  const odd = section?.blocks.find(({ key }) => !blockNames.includes(key))
  if (odd) throw new CaseError(file, odd.number, `没有“${odd.key}”这一块，能写：${blockNames.join('、')}`)
  const found = section?.blocks.filter(({ key }) => key === name) ?? []
  if (found[1]) throw new CaseError(file, found[1].number, `“${name}”写了两遍`)
  return found[0]
}

const factsIn = (file: string, block: Block | undefined): Facts => {
  const known: Partial<Record<FactName, DatedFact[]>> = {}
  for (const item of block?.items ?? []) {
    const { fact, row } = datedFactIn(file, item)
    known[fact] = [...(known[fact] ?? []), row]
  }
  return known
}

const saidIn = (file: string, { number, text, fields }: Item): Said => {
  const odd = fields.find(({ key }) => !answerFields.includes(key))
  if (odd) throw new CaseError(file, odd.number, `这里不能写“${odd.key}”，能写：${answerFields.join('、')}`)
  if (!/^(能|不能|还不清楚)：/.test(text)) throw new CaseError(file, number, '每条前面写“能：”“不能：”或“还不清楚：”')
  return { number, text, fields: Object.fromEntries(fields.map(({ key, value }) => [key, value])) }
}

const must = (file: string, section: Section, block: Block | undefined, name: string): Block => {
  if (!block) throw new CaseError(file, section.number, `“${section.name}”没写${name}`)
  return block
}

const caseIn = (file: string, shared: Section | undefined, section: Section): Case => {
  const own = (name: string) => find(file, section, name)
  const either = (name: string) => must(file, section, own(name) ?? find(file, shared, name), name)
  const rules = either('规则').items.map((item) => ruleIn(file, item))
  const { value: on, number } = either('看的日子')
  if (!isDay(on)) throw new CaseError(file, number, `“${on}”不是日子，写成 2021-02-09`)
  const { value: words, number: at } = must(file, section, own('结论'), '结论')
  if (!Object.values<string>(verdicts).includes(words))
    throw new CaseError(file, at, `结论写“${Object.values(verdicts).join('”“')}”，不写“${words}”`)
  const told = must(file, section, own('每条怎么说'), '每条怎么说')
  if (told.items.length !== rules.length)
    throw new CaseError(file, told.number, `规则有 ${rules.length} 条，这里说了 ${told.items.length} 条`)
  const answers = told.items.map((item) => saidIn(file, item))
  const facts = factsIn(file, own('事实'))
  return {
    file,
    name: section.name,
    number: section.number,
    rules,
    facts,
    on: toDay(on),
    verdict: { number: at, words },
    answers,
  }
}

export const casesIn = (file: string, text: string): Case[] => {
  const [shared, ...sections] = sectionsOf(file, text)
  if (sections.length === 0) throw new CaseError(file, 1, '一个例子也没有：例子的头一行是“## ”和它的名字')
  return sections.map((section) => caseIn(file, shared, section))
}

const folder = join(__dirname, 'cases')
export const caseFiles = readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md')
export const textOf = (file: string): string => readFileSync(join(folder, file), 'utf8')

/** What the engine says, in the words of a case file. 因为 and 要问 are always compared, 来处 and 出处 where they are written. */
const saidBy = ({ text, verdict, why, asks, from, source }: Answer, { fields }: Said) => ({
  text: `${marks[verdict]}：${text}`,
  fields: {
    ...(why === undefined ? {} : { 因为: why }),
    ...(asks === undefined ? {} : { 要问: factRow(asks).label }),
    ...('来处' in fields ? { 来处: from } : {}),
    ...('出处' in fields ? { 出处: source ? `${source.documentId} ${source.article}` : '' } : {}),
  },
})

const written = ({ text, fields }: Omit<Said, 'number'>): string =>
  [`- ${text}`, ...answerFields.flatMap((key) => (key in fields ? [`  ${key}：${fields[key]}`] : []))].join('\n')

/** Each place where the engine says something else than the file, with both. */
export const differences = ({ file, name, rules, facts, on, verdict, answers }: Case): string[] => {
  const judged = judge(rules, facts, on)
  const odd = (number: number, expected: string, said: string): string[] =>
    expected === said ? [] : [`${file} 第 ${number} 行（${name}）\n文件里写：\n${expected}\n算出来是：\n${said}`]
  return [
    ...odd(verdict.number, verdict.words, verdicts[judged.verdict]),
    ...answers.flatMap((said, index) => {
      const answer = judged.answers[index]
      return odd(said.number, written(said), answer ? written(saidBy(answer, said)) : '没有这一条')
    }),
  ]
}
