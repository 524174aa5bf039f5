/** The first sheet of an xlsx file that can be seen, by its parts. */
import { AppError } from '../../domain/kernel/errors'
import { wrongFile } from '../../domain/kernel/sheet'
import { type Packed, packedIn } from './unzip'
import { type ReadSheet, sheetIn, stringsIn } from './xlsxSheet'
import { formatsIn } from './xlsxStyles'
import { walkXml } from './xml'

/** A sheet of 10,000 rows and 12 columns unpacks to about 10 MB; more than this is a bomb, or a sheet nobody reads row by row. */
export const MAX_UNPACKED = 40_000_000

const WORKBOOK = 'xl/workbook.xml'

/** The relation a sheet carries has a prefix of its writer's choice. */
const relationOf = (attributes: Readonly<Record<string, string>>): string =>
  Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? ''

const workbookIn = (xml: Buffer): { relation: string; is1904: boolean } => {
  const sheets: { relation: string; isHidden: boolean }[] = []
  let is1904 = false
  walkXml(xml, {
    open: (name, attributes) => {
      if (name === 'sheet')
        sheets.push({ relation: relationOf(attributes), isHidden: /hidden/i.test(attributes.state ?? '') })
      if (name === 'workbookPr') is1904 = /^(1|true|on)$/.test(attributes.date1904 ?? '')
    },
  })
  const shown = sheets.find(({ isHidden }) => !isHidden) ?? sheets[0]
  return { relation: shown?.relation ?? '', is1904 }
}

/** Targets are told from xl/, or from the root. */
const targetsIn = (xml: Buffer): Map<string, string> => {
  const targets = new Map<string, string>()
  walkXml(xml, {
    open: (_, { Id, Target }) => {
      if (Id && Target) targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target.replace(/^\.\//, '')}`)
    },
  })
  return targets
}

/** One budget for all parts that are read: their claimed sizes are counted before the first byte is unpacked. */
const reader = (parts: ReadonlyMap<string, Packed>): ((name: string) => Buffer | undefined) => {
  let left = MAX_UNPACKED
  return (name) => {
    const part = parts.get(name)
    if (!part) return undefined
    left -= part.size
    if (left < 0) throw wrongFile.swollen(part.size)
    return part.unpack()
  }
}

const open = (file: Buffer, mostRows: number): ReadSheet => {
  const parts = packedIn(file)
  if ([...parts.values()].some(({ isLocked }) => isLocked)) throw wrongFile.locked()
  const read = reader(parts)
  const workbook = read(WORKBOOK)
  if (!workbook) throw wrongFile.other()
  const { relation, is1904 } = workbookIn(workbook)
  const target = targetsIn(read('xl/_rels/workbook.xml.rels') ?? Buffer.alloc(0)).get(relation)
  const [styles, strings, sheet] = [read('xl/styles.xml'), read('xl/sharedStrings.xml'), read(target ?? '')]
  if (!sheet) throw new Error('no first sheet')
  const book = { strings: strings ? stringsIn(strings) : [], formats: styles ? formatsIn(styles) : [], is1904 }
  return sheetIn(sheet, book, mostRows)
}

export const readXlsx = (file: Buffer, mostRows: number): ReadSheet => {
  try {
    return open(file, mostRows)
  } catch (error) {
    if (error instanceof AppError) throw error
    throw wrongFile.broken(error instanceof Error ? error.message : String(error))
  }
}
