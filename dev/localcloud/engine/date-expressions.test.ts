import type { Value } from './document'
import { checkExpression, evaluate } from './expressions'

const at = (iso: string): Date => new Date(iso)

/** [expression, its result]: the examples of MongoDB's manual and the corners it describes. */
const documented: [Value, unknown][] = [
  [{ $dateFromParts: { year: 2017, month: 2, day: 8, hour: 12 } }, at('2017-02-08T12:00:00Z')],
  [
    { $dateFromParts: { isoWeekYear: 2017, isoWeek: 6, isoDayOfWeek: 3 } },
    at('2017-02-08T00:00:00Z'),
  ],
  [
    { $dateFromParts: { year: 2016, month: 12, day: 31, timezone: '+0800' } },
    at('2016-12-30T16:00:00Z'),
  ],
  [{ $dateFromParts: { year: 2017, month: 14, day: 1 } }, at('2018-02-01T00:00:00Z')],
  [{ $dateFromString: { dateString: '2017-02-08T12:10:40.787Z' } }, at('2017-02-08T12:10:40.787Z')],
  [{ $dateFromString: { dateString: '2017-02-08' } }, at('2017-02-08T00:00:00Z')],
  [
    { $dateFromString: { dateString: '2017-02-08T12:10:40', timezone: '+08:00' } },
    at('2017-02-08T04:10:40Z'),
  ],
  [{ $dateFromString: { dateString: '2017-02-08T12:10:40+0800' } }, at('2017-02-08T04:10:40Z')],
  [
    { $dateFromString: { dateString: '06-15-2018', format: '%m-%d-%Y' } },
    at('2018-06-15T00:00:00Z'),
  ],
  [{ $dateToString: { format: '%Y-%m-%d', date: at('2014-01-01T08:15:39.736Z') } }, '2014-01-01'],
  [
    {
      $dateToString: {
        format: '%H:%M:%S:%L%z',
        date: at('2014-01-01T20:15:39.736Z'),
        timezone: 'Asia/Shanghai',
      },
    },
    '04:15:39:736+0800',
  ],
  [
    { $dateToString: { format: '%j %u %w %V %G', date: at('2016-01-03T08:15:39.736Z') } },
    '003 7 1 53 2015',
  ],
  [{ $dateToString: { format: '%Y', date: '$missing', onNull: 'none' } }, 'none'],
  [{ $dateToString: { date: at('2014-01-01T08:15:39.736Z') } }, '2014-01-01T08:15:39.736Z'],
  [{ $dayOfMonth: at('2016-01-08T00:00:00Z') }, 8],
  [{ $dayOfMonth: { date: at('2016-01-08T20:00:00Z'), timezone: '+08:00' } }, 9],
  [{ $dayOfWeek: at('2016-01-03T00:00:00Z') }, 1],
  [{ $dayOfYear: at('2016-12-31T00:00:00Z') }, 366],
  [{ $hour: { date: at('2016-01-08T20:00:00Z'), timezone: 'Asia/Shanghai' } }, 4],
  [{ $isoDayOfWeek: at('2016-01-03T00:00:00Z') }, 7],
  [{ $isoWeek: at('2016-01-04T00:00:00Z') }, 1],
  [{ $isoWeek: at('2016-01-03T00:00:00Z') }, 53],
  [{ $isoWeekYear: at('2016-01-03T00:00:00Z') }, 2015],
  [{ $isoWeekYear: at('2018-12-31T00:00:00Z') }, 2019],
  [{ $isoWeekYear: at('2017-01-01T00:00:00Z') }, 2016],
  [{ $millisecond: at('2016-01-04T00:00:00.789Z') }, 789],
  [{ $minute: at('2016-01-04T00:45:00Z') }, 45],
  [{ $month: { date: at('2016-01-31T20:00:00Z'), timezone: '+08:00' } }, 2],
  [{ $second: at('2016-01-04T00:45:12Z') }, 12],
  [{ $week: at('2016-01-04T00:00:00Z') }, 1],
  [{ $week: at('2016-01-02T00:00:00Z') }, 0],
  [{ $week: at('2016-01-03T00:00:00Z') }, 1],
  [{ $week: at('2016-12-31T00:00:00Z') }, 52],
  [{ $year: at('2016-01-04T00:00:00Z') }, 2016],
]

describe('an expression on dates', () => {
  it.each(documented)('%j is %j', (expression, result) => {
    checkExpression(expression)
    expect(evaluate({}, expression)).toEqual(result)
  })

  it.each<[Value]>([
    [{ $dateFromString: { dateString: 'yesterday' } }],
    [{ $year: 'x' }],
    [{ $hour: { date: new Date(0), timezone: 'Mars/Olympus' } }],
    [{ $dateFromString: { dateString: '2017-02-30' } }],
    [{ $dateFromParts: { month: 2 } }],
  ])('%j fails as it does on the platform', (expression) => {
    expect(() => evaluate({}, expression)).toThrow('[FailedOperation')
  })
})
