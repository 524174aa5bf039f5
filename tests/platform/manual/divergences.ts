/**
 * Where mingo 7.2 reads MongoDB's manual otherwise than it is written. Ours follows the manual;
 * the fixed cases and the property tests leave mingo out exactly here, and a case that is listed wrongly fails.
 */
import { type Document, encode, isDocument, type Value } from '../../../platform/cloud/db/values'

interface Difference {
  why: string
  /** In what is asked, as JSON. */
  asked?: RegExp
  document?: (document: Document) => boolean
}

const isList = (value: Value | undefined): value is Value[] => Array.isArray(value)
const holdsList = (value: Value): boolean =>
  isList(value)
    ? value.some((item) => isList(item) || holdsList(item))
    : isDocument(value) && Object.values(value).some(holdsList)

const reading: Difference[] = [
  {
    why: 'it knows no 64-bit integers and no decimals, and NaN equals nothing',
    asked: /\$number(Long|Decimal|Double)/,
  },
  { why: 'the same in a document', document: (one) => /Decimal|NaN|90071992547/.test(encode(one)) },
  { why: 'null and true have a remainder, and 1.5 none of 1', asked: /\$mod/ },
  { why: '$all finds no single value, and throws on an array in an array', asked: /\$all/ },
  { why: 'what is missing is neither as much nor as little as null', asked: /"\$[gl]te":null/ },
  { why: 'text is compared by UTF-16 units', asked: /[^\0-\ud7ff]/ },
  { why: 'it looks into an array in an array', document: holdsList },
  {
    why: 'through an array a path comes to one array, for $size and $elemMatch too, and elements without the field are overlooked',
    document: ({ c }) => isList(c),
  },
  { why: 'objects are equal whatever the order of their fields, and neither more nor less', asked: /\{"[xy]":/ },
]

const writing: Difference[] = [
  {
    why: 'an array made by $push is neither cut nor sorted, and mixed types are sorted otherwise',
    asked: /\$s(lice|ort)/,
  },
  { why: '$addToSet takes out what stood there twice, and adds a date twice', asked: /\$addToSet.*\$each/ },
  { why: '$min and $max compare two types otherwise', asked: /\$m(in|ax)/ },
]

const isAmong = (differences: Difference[], asked: object, document: Document): boolean => {
  const words = JSON.stringify(asked)
  return differences.some((one) => one.asked?.test(words) || one.document?.(document))
}

export const isReadOtherwise = (where: object, document: Document): boolean => isAmong(reading, where, document)
export const isWrittenOtherwise = (change: object, document: Document): boolean => isAmong(writing, change, document)

/** Case names, "page: name". */
export const mingoDiffers: readonly string[] = []
