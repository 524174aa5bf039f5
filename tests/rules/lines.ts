/** A case file as blocks of lines, before anybody knows what they mean: headings, items, and what stands under an item. */

export type Line = { readonly number: number; readonly indent: number; readonly text: string }
export type Field = { readonly key: string; readonly value: string; readonly number: number }
export type Item = {
  readonly number: number
  readonly text: string
  readonly fields: Field[]
  readonly items: Item[]
}
/** `规则：` with its items, or `结论：能领`, which has none. */
export type Block = Field & { readonly items: Item[] }
export type Section = { readonly name: string; readonly number: number; readonly blocks: Block[] }

/** Says which file and which line a person has to look at. */
export class CaseError extends Error {
  constructor(file: string, number: number, why: string) {
    super(`${file} 第 ${number} 行：${why}`)
  }
}

const keyed = (file: string, { number, text }: Line): Field => {
  const at = text.indexOf('：')
  if (at <= 0) throw new CaseError(file, number, `“${text}”里没有冒号（：）`)
  return { key: text.slice(0, at), value: text.slice(at + 1).trim(), number }
}

/** Blank lines and those that begin with > are for the reader. */
const linesOf = (text: string): Line[] =>
  text
    .split(/\r?\n/)
    .map((line, index) => ({
      number: index + 1,
      indent: line.length - line.trimStart().length,
      text: line.trim(),
    }))
    .filter((line) => line.text !== '' && !line.text.startsWith('>'))

const itemOf = ({ number, text }: Line): Item => ({ number, text: text.slice(1).trim(), fields: [], items: [] })

/** Under an item: its fields, or the items of a group, each two spaces further in. */
const addUnder = (file: string, items: Item[], line: Line, depth = 1): void => {
  const item = items.at(-1)
  if (!item || line.indent % 2 === 1) throw new CaseError(file, line.number, '前面的空格不对：每进一层两个空格')
  if (line.indent > depth * 2) addUnder(file, item.items, line, depth + 1)
  else if (line.text.startsWith('-')) item.items.push(itemOf(line))
  else item.fields.push(keyed(file, line))
}

const addLine = (file: string, section: Section, line: Line): void => {
  const block = section.blocks.at(-1)
  if (line.indent === 0 && !line.text.startsWith('-')) section.blocks.push({ ...keyed(file, line), items: [] })
  else if (!block) throw new CaseError(file, line.number, '上面没写这是哪一块（规则、事实、结论、每条怎么说）')
  else if (line.indent === 0) block.items.push(itemOf(line))
  else addUnder(file, block.items, line)
}

/** The first section is what stands before the first `## `: what all cases of the file share. */
export const sectionsOf = (file: string, text: string): Section[] => {
  const sections: Section[] = []
  for (const line of linesOf(text)) {
    const heading = /^(#{1,2}) +(.+)$/.exec(line.text)
    const section = sections.at(-1)
    if (heading) sections.push({ name: heading[2] ?? '', number: line.number, blocks: [] })
    else if (section) addLine(file, section, line)
    else throw new CaseError(file, line.number, '头一行写“# ”和这是什么补贴')
  }
  return sections
}
