/** The bureau's own cases, each checked to the letter; and that a wrong one is noticed, by its file and its line. */
import { factNames, factRow } from '../../domain/rules'
import { caseFiles, casesIn, differences, textOf, verdicts } from './cases'

/** A file that cannot be read takes no other one with it. */
const read = caseFiles.map((file) => {
  try {
    return { file, cases: casesIn(file, textOf(file)), broken: undefined }
  } catch (broken) {
    return { file, cases: [], broken }
  }
})
const all = read.flatMap(({ cases }) => cases)

describe.each(read)('$file', ({ cases, broken }) => {
  test('can be read', () => {
    if (broken) throw broken
  })
  for (const one of cases) test(one.name, () => expect(differences(one).join('\n\n')).toBe(''))
})

describe('the cases together', () => {
  test('ask about every fact there is, and come to every verdict for each kind of it', () => {
    const asked = new Set<string>()
    const reached = new Set<string>()
    for (const { rules, verdict } of all)
      for (const rule of rules.flatMap((row) => (row.fact === undefined ? row.anyOf : [row]))) {
        asked.add(rule.fact)
        reached.add(`${factRow(rule.fact).kind} ${verdict.words}`)
      }
    expect(factNames.filter((fact) => !asked.has(fact))).toEqual([])
    const kinds = new Set(factNames.map((fact) => factRow(fact).kind))
    const wanted = [...kinds].flatMap((kind) => Object.values(verdicts).map((words) => `${kind} ${words}`))
    expect(wanted.filter((one) => !reached.has(one))).toEqual([])
  })

  test('have names of their own, and facts have labels of their own', () => {
    const names = all.map(({ file, name }) => `${file} ${name}`)
    const labels = factNames.map((fact) => factRow(fact).label)
    expect(new Set(names).size).toBe(names.length)
    expect(new Set(labels).size).toBe(labels.length)
  })
})

describe('a wrong expectation fails, and names the file, the line and both sentences:', () => {
  const file = '通讯费补贴.md'
  const planted = (from: string, to: string): string[] => {
    const text = textOf(file)
    expect(text.split(from).length).toBeGreaterThan(1)
    return casesIn(file, text.replace(from, to)).flatMap(differences)
  }

  test.each([
    ['another verdict', '结论：能领', '结论：还不清楚'],
    ['a sentence one word off', '- 能：过年留在本市', '- 能：过年留在本城'],
    ['another verdict of one rule', '- 能：过年留在本市', '- 还不清楚：过年留在本市'],
    ['another why', '因为：您说春节上班 4 天', '因为：您说春节上班 3 天'],
    ['a why that is left out', '  因为：您登记时说回老家\n', ''],
    ['a question that is left out', '  要问：春节上班天数\n', ''],
    ['another place it came from', '来处：工地、街道核实', '来处：您说的'],
    ['another article', '  来处：您登记时说的\n  出处：notice-2021-02-06 第二条', '  出处：notice-2021-02-06 第三条'],
    ['another fact', '- 春节上班天数：6', '- 春节上班天数：3'],
  ])('%s', (_, from, to) => {
    const found = planted(from, to)
    expect(found.length).toBeGreaterThan(0)
    for (const one of found) expect(one).toMatch(/^通讯费补贴\.md 第 \d+ 行（.+）\n文件里写：\n(.+\n)+算出来是：\n/)
  })

  test('in every single case there is, whichever verdict stands there', () => {
    for (const one of all)
      for (const words of Object.values(verdicts).filter((other) => other !== one.verdict.words))
        expect(differences({ ...one, verdict: { ...one.verdict, words } })).toHaveLength(1)
  })
})

describe('a file that cannot be read fails by its name and line:', () => {
  const head = '# 某补贴\n看的日子：2021-02-08\n规则：\n'
  const tail = '## 例子\n事实：\n结论：能领\n每条怎么说：\n- 能：留下过年\n'
  const rule = (text: string) => `${head}${text}${tail}`
  const fact = (text: string) => `${head}- 过年留不留：留下过年\n${tail.replace('事实：\n', `事实：\n${text}`)}`

  test.each([
    ['规则：', /^坏\.md 第 1 行：头一行写/],
    ['# 某补贴\n', /第 1 行：一个例子也没有/],
    [rule('- 过年留不流：留下过年\n'), /第 4 行：没有“过年留不流”这一项。能写的有：.*过年留不留/],
    [rule('- 过年留不留：留下来\n'), /第 4 行：“过年留不留：留下来”看不懂，从这里面选：留下过年、回老家、还没定$/],
    [rule('- 春节上班天数：至少 五\n'), /第 4 行：“春节上班天数：五”看不懂，写数字/],
    [rule('- 春节上班天数：5\n'), /第 4 行：春节上班天数：写至少多少，或最多多少/],
    [rule('- 培训费：最多 100\n'), /第 4 行：.*写成“100 元”/],
    [rule('- 哪天登记的：2021-02-30 或以前\n'), /第 4 行：.*日子写成 2021-02-09/],
    [rule('- 过年留不留：留下过年\n  哪天：2021-02-17 到 2021-02-11\n'), /第 4 行：最后一天不能在头一天之前/],
    [rule('- 过年留不留：留下过年\n  哪天：过年\n'), /第 5 行：“过年”看不懂/],
    [rule('- 过年留不留：留下过年\n  那天：2021-02-12\n'), /第 5 行：这里不能写“那天”，能写：哪天、说法、出处/],
    [rule('- 过年留不留：留下过年\n  出处：通知\n'), /第 5 行：出处写成/],
    [rule('- 过年留不留：留下过年\n 哪天：2021-02-12\n'), /第 5 行：前面的空格不对/],
    [rule('- 任一条：\n  - 过年留不留：留下过年\n'), /第 4 行：一组至少两条/],
    [rule('- 过年留不留 留下过年\n'), /第 4 行：没有“过年留不留 留下过年”这一项/],
    [fact('- 工会会员：是的\n'), /第 7 行：“工会会员：是的”看不懂，写“是”或“不是”/],
    [fact('- 工会会员：是\n  从：昨天\n'), /第 8 行：“昨天”不是日子/],
    [fact('工会会员\n'), /第 7 行：“工会会员”里没有冒号/],
    [fact('别的：\n'), /第 7 行：没有“别的”这一块/],
    [fact('事实：\n'), /第 7 行：“事实”写了两遍/],
    [fact('').replace('结论：能领', '结论：可以'), /第 7 行：结论写“能领”“不能”“还不清楚”，不写“可以”/],
    [fact('').replace('结论：能领', ''), /第 5 行：“例子”没写结论/],
    [fact('').replace('看的日子：2021-02-08', ''), /第 5 行：“例子”没写看的日子/],
    [fact('').replace('2021-02-08', '今天'), /第 2 行：“今天”不是日子/],
    [fact('').replace('- 能：', '- 行：'), /第 9 行：每条前面写/],
    [fact('').replace('- 能：留下过年', ''), /第 8 行：规则有 1 条，这里说了 0 条/],
    [`${fact('')}  为什么：您说的\n`, /第 10 行：这里不能写“为什么”/],
  ])('%j', (text, why) => {
    expect(() => casesIn('坏.md', text)).toThrow(why)
    expect(() => casesIn('坏.md', text)).toThrow(/^坏\.md 第 \d+ 行：/)
  })

  test('the words they are made of are right: the same file without a mistake is read', () => {
    expect(casesIn('好.md', fact('- 过年留不留：留下过年\n')).flatMap(differences)).toEqual([])
  })
})
