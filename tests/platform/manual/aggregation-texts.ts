/** The manual’s examples of text, reworked. */
import type { ExpressionCase } from './expressions'

const quarters = [
  { item: 'ABC1', quarter: '13Q1', description: 'product 1' },
  { item: 'ABC2', quarter: '13Q4', description: 'product 2' },
  { item: 'XYZ1', quarter: '14Q2', description: null },
]

const dishes = [
  { name: 'apple' },
  { name: 'banana' },
  { name: 'éclair' },
  { name: 'hamburger' },
  { name: 'jalapeño' },
  { name: 'tacos' },
  { name: '寿司sushi' },
]

export const texts: ExpressionCase[] = [
  [
    'aggregation/concat',
    'two fields, and null for a null one',
    quarters,
    { $concat: ['$item', ' - ', '$description'] },
    ['ABC1 - product 1', 'ABC2 - product 2', null],
  ],
  [
    'aggregation/indexOfBytes',
    'by bytes',
    [
      { item: 'foo' },
      { item: 'fóofoo' },
      { item: 'the foo bar' },
      { item: 'hello world fóo' },
      { item: null },
      { amount: 3 },
    ],
    { $indexOfBytes: ['$item', 'foo'] },
    [0, 4, 4, -1, null, null],
  ],
  [
    'aggregation/indexOfBytes',
    'between two places',
    [{}],
    [
      { $indexOfBytes: ['cafeteria', 'e'] },
      { $indexOfBytes: ['cafétéria', 'é'] },
      { $indexOfBytes: ['cafétéria', 'e'] },
      { $indexOfBytes: ['cafeteria', 'fe'] },
      { $indexOfBytes: ['cafeteria', 'e', 5, 2] },
      { $indexOfBytes: ['cafeteria', 'e', 20] },
      { $indexOfBytes: ['foo.bar.fi', '.', 5] },
      { $indexOfBytes: ['vanilla', 'll', 0, 2] },
      { $indexOfBytes: ['vanilla', 'nilla', 0, 5] },
    ],
    [[3, 3, -1, 2, -1, -1, 7, -1, -1]],
  ],
  [
    'aggregation/indexOfCP',
    'by characters',
    [{}],
    [
      { $indexOfCP: ['cafeteria', 'e'] },
      { $indexOfCP: ['cafétéria', 'é'] },
      { $indexOfCP: ['cafétéria', 't'] },
      { $indexOfCP: ['foo.bar.fi', '.', 5] },
      { $indexOfCP: ['vanilla', 'll', 0, 2] },
      { $indexOfCP: ['𠮷野家', '家'] },
    ],
    [[3, 3, 4, 7, -1, 2]],
  ],
  ['aggregation/ltrim', 'blanks before', [{ note: ' \n good deal ' }], { $ltrim: { input: '$note' } }, ['good deal ']],
  [
    'aggregation/rtrim',
    'blanks after',
    [{ note: ' \n good deal ' }],
    { $rtrim: { input: '$note' } },
    [' \n good deal'],
  ],
  [
    'aggregation/trim',
    'blanks or given characters at both ends',
    [{}],
    [
      { $trim: { input: '  \n good  bye \t  ' } },
      { $trim: { input: ' ggggoodbyeeeee', chars: 'ge' } },
      { $trim: { input: '    ggggoodbyeeeee', chars: ' ge' } },
      { $trim: { input: null } },
    ],
    [['good  bye', ' ggggoodby', 'oodby', null]],
  ],
  [
    'aggregation/split',
    'at each separator',
    [{}],
    [
      { $split: ['June-15-2013', '-'] },
      { $split: ['banana split', 'a'] },
      { $split: ['Hello World', ' '] },
      { $split: ['astronomical', 'astro'] },
      { $split: ['pea green boat', 'owl'] },
      { $split: ['$none', '-'] },
    ],
    [
      [
        ['June', '15', '2013'],
        ['b', 'n', 'n', ' split'],
        ['Hello', 'World'],
        ['', 'nomical'],
        ['pea green boat'],
        null,
      ],
    ],
  ],
  ['aggregation/strLenBytes', 'bytes', dishes, { $strLenBytes: '$name' }, [5, 6, 7, 9, 9, 5, 11]],
  ['aggregation/strLenCP', 'characters', dishes, { $strLenCP: '$name' }, [5, 6, 6, 9, 8, 5, 7]],
  ['aggregation/strcasecmp', 'without case', quarters, { $strcasecmp: ['$quarter', '13q4'] }, [-1, 0, 1]],
  [
    'aggregation/substr',
    'year and quarter',
    quarters,
    [{ $substr: ['$quarter', 0, 2] }, { $substr: ['$quarter', 2, -1] }],
    [
      ['13', 'Q1'],
      ['13', 'Q4'],
      ['14', 'Q2'],
    ],
  ],
  [
    'aggregation/substrBytes',
    'whole characters only',
    dishes.slice(0, 5),
    { $substrBytes: ['$name', 0, 3] },
    ['app', 'ban', 'éc', 'ham', 'jal'],
  ],
  ['aggregation/substrBytes', 'of a number its digits', [{ n: 1234 }, {}], { $substrBytes: ['$n', 1, 2] }, ['23', '']],
  [
    'aggregation/substrCP',
    'by characters',
    dishes,
    { $substrCP: ['$name', 0, 3] },
    ['app', 'ban', 'écl', 'ham', 'jal', 'tac', '寿司s'],
  ],
  ['aggregation/toLower', 'small letters', quarters, { $toLower: '$item' }, ['abc1', 'abc2', 'xyz1']],
  ['aggregation/toLower', 'empty for null', quarters, { $toLower: '$description' }, ['product 1', 'product 2', '']],
  ['aggregation/toUpper', 'capital letters of ASCII', [{ a: 'product é' }], { $toUpper: '$a' }, ['PRODUCT é']],
]
