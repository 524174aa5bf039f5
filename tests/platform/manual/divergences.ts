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

/** Fixed cases, "page: name", under why mingo answers otherwise. */
const answering: Record<string, readonly string[]> = {
  'objects are equal whatever the order of their fields': [
    'query/eq: in another order it does not',
    'tutorial/query-array-of-documents: in another order it is none',
    'update/addToSet: objects are the same field by field, in order',
  ],
  'what is missing is neither as much nor as little as null, and the same as null in an expression': [
    'query/gt: null is as much as null, and missing is null',
    'aggregation/eq: null is not what is missing',
    'aggregation/push: objects; a field that is missing is left out of them',
  ],
  'an array is looked for by its elements, and looked into where it stands in another one': [
    'query/in: one of the arrays',
    'query/elemMatch: one element meets both',
    'query/elemMatch: an element is not looked into',
    'aggregation/eq: arrays as one value',
    'field-paths: through an array, and never by its position',
  ],
  'null and true have a remainder, and 8.9 has not that of 8': [
    'query/mod: leaves nothing over',
    'query/mod: a divisor loses its fraction',
  ],
  '$all finds no single value': ['query/all: a single value is a list of one'],
  'it has no globe': [
    'query/nearSphere: nearest first, no further than',
    'query/nearSphere: no nearer than',
    'query/nearSphere: however far',
    'query/nearSphere: beside another condition',
    'query/geoWithin: in a polygon, whole',
    'query/geoWithin: in one of several polygons',
    'query/centerSphere: in a circle, its radius in radians',
    'query/geoIntersects: whatever shares a place with a polygon',
    'query/geoIntersects: a line that crosses',
    'query/geoIntersects: a place itself',
    'aggregation/geoNear: within a distance and of a kind, with the place it was measured to',
    'aggregation/geoNear: the nearest first, beyond a distance, at most so many',
  ],
  "it has no decimals, no integers of 64 bits, and NaN is no number's neighbour": [
    'reference/bson-types#numbers: one beyond what a double holds',
    'reference/bson-types#numbers: more than that',
    'reference/bson-types#numbers: more than a double can say is not infinite',
    'reference/bson-types#numbers: between an integer and the next',
    'reference/bson-types#numbers: and the double is a little more',
    'reference/bson-types#numbers: two is two',
    'reference/bson-types#numbers: trailing zeros do not count',
    'reference/bson-types#numbers: all in a range',
    'update/inc: beyond what a double holds, exactly',
    'update/inc: from what a double holds to what it does not',
    'update/inc: not past 64 bits',
    'update/inc: a decimal stays one',
    'update/mul: whole numbers exactly',
    'update/mul: decimals exactly, to 34 digits',
    'update/mul: a decimal and a whole number',
    'update/bit: of 64 bits',
    'aggregation/abs: all 64 bits',
    'aggregation/multiply: 64-bit integers exactly',
    'aggregation/convert: the total of an order that holds texts',
    'aggregation/toLong: in 64 bits',
  ],
  'types have another order': [
    'reference/bson-type-comparison-order#sort: up, an array by its least element, an empty one before null',
    'reference/bson-type-comparison-order#sort: down, an array by its greatest element',
    'bson-type-comparison-order: types in their order',
  ],
  '$slice by itself keeps nothing else, and an $elemMatch without an array something': [
    'projection/slice: the first so many, and every other field',
    'projection/slice: beside fields left out',
    'projection/slice: what is no array stays',
  ],
  'an update that MongoDB refuses is done, or leaves the document as it was': [
    'update/set: below a number',
    'update/set: a name in an array',
    'update/inc: null is not a number',
    'update/inc: nor is text',
    'update/rename: not within an array',
    'update/bit: whole numbers only',
    'update/addToSet: what is no array fails',
    'update/pop: of no array fails',
    'update/push: onto no array fails',
    'update/positional: twice in a path',
    'update/positional-all: what is not there',
    'update/positional-all: what is no array',
  ],
  'standard deviations of nothing are NaN, cutting a number takes two arguments, and the greatest of several wants one array':
    [
      'aggregation/exp: a rate compounded',
      'aggregation/trunc: towards zero',
      'aggregation/max: of an array and of several fields',
      'aggregation/stdDevPop: of the scores in an array',
      'aggregation/stdDevSamp: needs two numbers',
    ],
  'text is counted, cut and capitalised by UTF-16 units': [
    'aggregation/indexOfBytes: by bytes',
    'aggregation/indexOfCP: by characters',
    'aggregation/substr: year and quarter',
    'aggregation/substrBytes: of a number its digits',
    'aggregation/toLower: empty for null',
    'aggregation/toUpper: capital letters of ASCII',
  ],
  'it has no ids, and no texts for some types': [
    'aggregation/toDate: from numbers, texts and ids',
    'aggregation/toObjectId: and back',
  ],
  'weeks, zones by name and parts beyond their range are reckoned otherwise': [
    'aggregation/dayOfMonth: in a zone by name and by offset',
    'aggregation/week: week one begins on the first Sunday',
    'aggregation/isoWeekYear: the year its week belongs to',
    'aggregation/isoWeekYear: in a zone',
    'aggregation/dateFromParts: by months, by ISO weeks, in a zone',
    'aggregation/dateFromParts: what is over is carried',
    'aggregation/dateToString: every letter of a format',
    'aggregation/dateFromString: ISO texts, a zone, a format',
    'aggregation/dateFromString: what cannot be read, and null',
  ],
  'the last of none fails, and of two pairs of one name the first counts': [
    'aggregation/last-array-element: the last of an array, of an array of arrays, of none',
    'aggregation/arrayToObject: pairs as arrays, the last of a name counts',
  ],
  'what comes in any order comes in another': [
    'aggregation/setIntersection: in both',
    'aggregation/setUnion: in either',
    'aggregation/lookup: each element of an array',
  ],
  'none are counted as zero, and a sample draws one document more than once': [
    'aggregation/count: nothing when there is nothing',
    'aggregation/sample: all when as many are asked for',
  ],
}

export const mingoDiffers: readonly string[] = Object.values(answering).flat()
