/** The manual's examples of dates and time zones, reworked. */
import type { ExpressionCase } from './expressions'

const sale = [{ date: new Date('2014-01-01T08:15:39.736Z') }]
const birthdays = [
  { birthday: new Date('1998-11-02T00:00:00Z') },
  { birthday: new Date('1976-03-16T00:00:00Z') },
  { birthday: new Date('2016-01-02T00:00:00Z') },
]
const zoned = (operator: string, date: string, timezone: string) => ({ [operator]: { date: new Date(date), timezone } })

export const dates: ExpressionCase[] = [
  [
    'aggregation/year',
    'every part of one instant',
    sale,
    ['year', 'month', 'dayOfMonth', 'hour', 'minute', 'second', 'millisecond', 'dayOfYear', 'dayOfWeek', 'week'].map(
      (part) => ({ [`$${part}`]: '$date' }),
    ),
    [[2014, 1, 1, 8, 15, 39, 736, 1, 4, 0]],
  ],
  [
    'aggregation/dayOfMonth',
    'in a zone by name and by offset',
    [{}],
    [
      { $dayOfMonth: new Date('2016-01-01T00:00:00Z') },
      zoned('$dayOfMonth', '2016-11-07T00:00:00Z', 'America/Chicago'),
      zoned('$dayOfMonth', '2011-08-14T00:00:00Z', 'America/Chicago'),
      { $dayOfMonth: { date: null, timezone: 'UTC' } },
    ],
    [[1, 6, 13, null]],
  ],
  [
    'aggregation/hour',
    'daylight saving counts',
    [{}],
    [
      zoned('$hour', '2017-01-15T12:00:00Z', 'America/New_York'),
      zoned('$hour', '2017-07-15T12:00:00Z', 'America/New_York'),
      zoned('$hour', '2021-02-10T16:30:00Z', 'Asia/Shanghai'),
      zoned('$hour', '2021-02-10T16:30:00Z', '+0530'),
      zoned('$hour', '2021-02-10T16:30:00Z', '-03'),
      zoned('$hour', '2021-02-10T16:30:00Z', '+05:45'),
    ],
    [[7, 8, 0, 22, 13, 22]],
  ],
  ['aggregation/minute', 'of the zone', [{}], zoned('$minute', '2021-02-10T16:30:00Z', '+05:45'), [15]],
  [
    'aggregation/dayOfYear',
    'in a leap year',
    [{}],
    [{ $dayOfYear: new Date('2016-12-31T00:00:00Z') }, { $dayOfYear: new Date('2015-12-31T00:00:00Z') }],
    [[366, 365]],
  ],
  [
    'aggregation/dayOfWeek',
    'Sunday is one',
    [{}],
    [{ $dayOfWeek: new Date('2016-01-01T00:00:00Z') }, zoned('$dayOfWeek', '2011-08-14T00:00:00Z', 'America/Chicago')],
    [[6, 7]],
  ],
  [
    'aggregation/week',
    'week one begins on the first Sunday',
    [{}],
    [
      { $week: new Date('2016-01-01T00:00:00Z') },
      { $week: new Date('2016-01-03T00:00:00Z') },
      { $week: new Date('2016-12-31T00:00:00Z') },
      zoned('$week', '1998-11-02T00:00:00Z', '-0500'),
    ],
    [[0, 1, 52, 44]],
  ],
  ['aggregation/isoDayOfWeek', 'Monday is one', birthdays, { $isoDayOfWeek: '$birthday' }, [1, 2, 6]],
  [
    'aggregation/isoWeek',
    'the week with the year’s first Thursday is one',
    birthdays,
    { $isoWeek: '$birthday' },
    [45, 12, 53],
  ],
  [
    'aggregation/isoWeekYear',
    'the year its week belongs to',
    birthdays,
    { $isoWeekYear: '$birthday' },
    [1998, 1976, 2015],
  ],
  [
    'aggregation/isoWeekYear',
    'in a zone',
    [{}],
    [
      zoned('$isoWeekYear', '2015-05-26T00:00:00Z', 'UTC'),
      zoned('$isoWeek', '1998-11-02T00:00:00Z', 'America/Chicago'),
      zoned('$isoDayOfWeek', '2011-08-14T00:00:00Z', 'America/Chicago'),
    ],
    [[2015, 44, 6]],
  ],
  [
    'aggregation/dateFromParts',
    'by months, by ISO weeks, in a zone',
    [{}],
    [
      { $dateFromParts: { year: 2017, month: 2, day: 8, hour: 12 } },
      { $dateFromParts: { isoWeekYear: 2017, isoWeek: 6, isoDayOfWeek: 3, hour: 12 } },
      {
        $dateFromParts: {
          year: 2016,
          month: 12,
          day: 31,
          hour: 23,
          minute: 46,
          second: 12,
          timezone: 'America/New_York',
        },
      },
    ],
    [[new Date('2017-02-08T12:00:00Z'), new Date('2017-02-08T12:00:00Z'), new Date('2017-01-01T04:46:12Z')]],
  ],
  [
    'aggregation/dateFromParts',
    'what is over is carried',
    [{}],
    [
      { $dateFromParts: { year: 2017, month: 14, day: 1, hour: 12 } },
      { $dateFromParts: { year: 2017, month: 0, day: 1, hour: 12 } },
      { $dateFromParts: { year: 2017, month: null } },
    ],
    [[new Date('2018-02-01T12:00:00Z'), new Date('2016-12-01T12:00:00Z'), null]],
  ],
  [
    'aggregation/dateToParts',
    'as a calendar has it, as ISO has it',
    [{ date: new Date('2017-01-01T01:29:09.123Z') }],
    [{ $dateToParts: { date: '$date' } }, { $dateToParts: { date: '$date', iso8601: true } }],
    [
      [
        { year: 2017, month: 1, day: 1, hour: 1, minute: 29, second: 9, millisecond: 123 },
        { isoWeekYear: 2016, isoWeek: 52, isoDayOfWeek: 7, hour: 1, minute: 29, second: 9, millisecond: 123 },
      ],
    ],
  ],
  [
    'aggregation/dateToParts',
    'in a zone',
    [{ date: new Date('2017-01-01T01:29:09.123Z') }],
    { $dateToParts: { date: '$date', timezone: 'America/New_York' } },
    [{ year: 2016, month: 12, day: 31, hour: 20, minute: 29, second: 9, millisecond: 123 }],
  ],
  [
    'aggregation/dateToString',
    'every letter of a format',
    sale,
    [
      { $dateToString: { format: '%Y-%m-%d', date: '$date' } },
      { $dateToString: { format: '%H:%M:%S:%L%z', date: '$date', timezone: 'America/New_York' } },
      { $dateToString: { format: '%H:%M:%S:%L%z', date: '$date', timezone: '+04:30' } },
      { $dateToString: { format: '%Z', date: '$date', timezone: '+04:30' } },
      { $dateToString: { format: '%j %U %w %u %V %G %%', date: '$date' } },
      { $dateToString: { date: '$date' } },
    ],
    [
      [
        '2014-01-01',
        '03:15:39:736-0500',
        '12:45:39:736+0430',
        '+270',
        '001 00 4 3 01 2014 %',
        '2014-01-01T08:15:39.736Z',
      ],
    ],
  ],
  [
    'aggregation/dateToString',
    'what stands in for null',
    [{ date: null }, {}],
    { $dateToString: { date: '$date', onNull: 'no date' } },
    ['no date', 'no date'],
  ],
  [
    'aggregation/dateFromString',
    'ISO texts, a zone, a format',
    [{}],
    [
      { $dateFromString: { dateString: '2017-02-08T12:10:40.787' } },
      { $dateFromString: { dateString: '2017-02-08T12:10:40.787', timezone: 'America/New_York' } },
      { $dateFromString: { dateString: '2017-02-08' } },
      { $dateFromString: { dateString: '06-15-2018', format: '%m-%d-%Y' } },
      { $dateFromString: { dateString: '15-06-2018', format: '%d-%m-%Y' } },
      { $dateFromString: { dateString: '2018-W24-5', format: '%G-W%V-%u' } },
    ],
    [
      [
        new Date('2017-02-08T12:10:40.787Z'),
        new Date('2017-02-08T17:10:40.787Z'),
        new Date('2017-02-08T00:00:00Z'),
        new Date('2018-06-15T00:00:00Z'),
        new Date('2018-06-15T00:00:00Z'),
        new Date('2018-06-15T00:00:00Z'),
      ],
    ],
  ],
  [
    'aggregation/dateFromString',
    'what cannot be read, and null',
    [{ date: '2019-07-14T14:52:39.733Z' }, { date: 20177020 }, { date: 'not a date' }, { date: null }],
    { $dateFromString: { dateString: '$date', onError: 'unreadable', onNull: new Date(0) } },
    [new Date('2019-07-14T14:52:39.733Z'), 'unreadable', 'unreadable', new Date(0)],
  ],
]
