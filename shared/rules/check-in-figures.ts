/** The figures of the daily check-in, one for each step of its ladder and two for each bonus. */
import {
  BONUS_COUNT,
  type CheckInRule,
  LADDER_DAYS,
  newCheckInRule,
} from '../checkin/check-in-rule'

/** More than a year in a row is no aim that a shop sets. */
const MOST_STREAK_DAYS = 366
const MOST_DAY_POINTS = 10_000
const MOST_CARDS = 5
const MOST_BACK_DAYS = 60

const ladder = Array.from({ length: LADDER_DAYS }, (_none, at) => ({
  name: `day${at + 1}Points`,
  label: at + 1 < LADDER_DAYS ? `第 ${at + 1} 天` : `第 ${at + 1} 天起`,
  unit: 'points' as const,
  least: 0,
  most: MOST_DAY_POINTS,
  ...(at === 0 ? { hint: '第 1 天填 0，就不开放签到' } : {}),
}))

const order = ['一', '二', '三']

const bonuses = Array.from({ length: BONUS_COUNT }, (_none, at) => [
  {
    name: `bonus${at + 1}Days`,
    label: `连签奖励${order[at]}`,
    unit: 'days' as const,
    least: 2,
    most: MOST_STREAK_DAYS,
    ...(at === 0 ? { hint: '连续签到满这么多天，当天多得一份积分' } : {}),
  },
  {
    name: `bonus${at + 1}Points`,
    label: `奖励${order[at]}多得`,
    unit: 'points' as const,
    least: 0,
    most: MOST_DAY_POINTS,
  },
]).flat()

export const checkInFields = [
  ...ladder,
  ...bonuses,
  {
    name: 'makeUpsPerMonth',
    label: '每月补签',
    unit: 'count' as const,
    least: 0,
    most: MOST_CARDS,
    hint: '补签接上连续天数，补的那天不另给积分',
  },
  {
    name: 'makeUpWithinDays',
    label: '可补天数',
    unit: 'days' as const,
    least: 1,
    most: MOST_BACK_DAYS,
  },
]

/** As they stand on the manager's page. */
export function checkInFiguresOf(rule: CheckInRule): Readonly<Record<string, number>> {
  const pairs = [
    ...ladder.map(({ name }, at) => [name, rule.ladderPoints[at] ?? 0] as const),
    ...Array.from({ length: BONUS_COUNT }, (_none, at) => {
      const bonus = rule.bonuses[at] ?? newCheckInRule.bonuses[at]
      return [
        [`bonus${at + 1}Days`, bonus?.days ?? 0] as const,
        [`bonus${at + 1}Points`, bonus?.points ?? 0] as const,
      ]
    }).flat(),
  ]
  const { makeUpsPerMonth, makeUpWithinDays } = rule
  return { ...Object.fromEntries(pairs), makeUpsPerMonth, makeUpWithinDays }
}

/** The rule that these figures make; `figure` answers a whole number by its name. */
export function checkInRuleFrom(version: number, figure: (name: string) => number): CheckInRule {
  return {
    ruleId: 'check-in',
    version,
    ladderPoints: ladder.map(({ name }) => figure(name)),
    bonuses: Array.from({ length: BONUS_COUNT }, (_none, at) => ({
      days: figure(`bonus${at + 1}Days`),
      points: figure(`bonus${at + 1}Points`),
    })),
    makeUpsPerMonth: figure('makeUpsPerMonth'),
    makeUpWithinDays: figure('makeUpWithinDays'),
  }
}
