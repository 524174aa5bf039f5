/** The bureau's own examples of wages, each checked to the letter; and that a wrong one is noticed, by its file and line. */
import { caseFiles, casesIn, differences, textOf } from './cases'

describe.each(caseFiles)('%s', (file) => {
  for (const one of casesIn(file, textOf(file))) test(one.name, () => expect(differences(one).join('\n\n')).toBe(''))
})

describe('a wrong expectation is noticed:', () => {
  const file = '加班费.md'
  test.each([
    ['another sum', '一共：827.59 元', '一共：827.58 元'],
    ['another word in a line', '- 2 月 12 日（初一）8 小时', '- 2 月 12 日（初二）8 小时'],
    ['another article', '凭什么：劳动法第四十四条第三项', '凭什么：劳动法第四十四条第二项'],
    ['a line that is left out', '- 2 月 16 日（休息日）8 小时 × 34.48 元 × 2 = 551.72 元\n', ''],
    ['a question that is left out', '要问：\n- 2021', '一共：1 元\n还说：\n- 2021'],
    ['a sentence nobody says', '- 放假安排还没公布，日子可能会变', '- 放假安排公布了'],
  ])('%s', (_, from, to) => {
    const text = textOf(file)
    expect(text).toContain(from)
    const found = casesIn(file, text.replace(from, to)).flatMap(differences)
    expect(found.length).toBeGreaterThan(0)
    for (const one of found) expect(one).toMatch(/^加班费\.md 第 \d+ 行（.+）\n文件里写：\n/)
  })

  test.each([
    ['# 某\n算：加班\n## 例\n一共：1 元\n', /^坏\.md 第 3 行：“例”没写算什么/],
    ['# 某\n算：加班费\n## 例\n工资：6000\n一共：1 元\n', /第 4 行：“6000”看不懂/],
    ['# 某\n算：加班费\n## 例\n上班：\n- 2021-02-11 八小时\n', /第 5 行：“2021-02-11 八小时”看不懂/],
    ['# 某\n算：加班费\n## 例\n上工：\n', /第 4 行：没有“上工”这一块/],
    ['# 某\n算：欠薪\n## 例\n欠的月份：\n- 2021-01：讲好 6,000 元，给了 0 元\n', /第 3 行：今天是哪天/],
  ])('%j cannot be read', (text, why) => {
    expect(() => casesIn('坏.md', text)).toThrow(why)
  })
})
