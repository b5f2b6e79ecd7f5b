import { businessDateOf } from '../../shared/business-date'
import { isOffered } from '../../shared/checkin/check-in-rule'
import { markOn, streakOn } from '../../shared/checkin/check-ins'
import { daysOfMonth } from '../../shared/checkin/month'
import { makeUpLeft, nextPointsOf, nextRewardOf } from '../../shared/checkin/streak'
import type { CheckInDayView, checkin } from '../../shared/contract/checkin'
import { accountOn } from '../../shared/points/due'
import { accept } from '../../shared/refusal'
import type { Shop } from '../../shared/rules/shop'
import { readAccount } from '../points/repository'
import type { UseCase } from '../runtime/context'

/** A month of the member's check-ins, this one unless another is asked for, and what comes next. */
export const showMonth: UseCase<typeof checkin.show> = async (input, context) => {
  const { member, shop, now, todayOn: businessOn } = context
  const todayOn = businessDateOf(now)
  const joinedOn = businessDateOf(member.joinedAt)
  const month = input.month ?? todayOn.slice(0, 7)
  const { checkIns, balancePoints } = accountOn(await readAccount(member._id), businessOn)
  const rule = shop.checkIn
  const days = daysOfMonth(checkIns, rule, { month, todayOn, joinedOn })
  return accept({
    ...{ serverNow: now, todayOn, month, balancePoints },
    isOffered: isOffered(rule),
    checkedIn: markOn(checkIns, todayOn) !== null,
    streakDays: streakOn(checkIns, todayOn),
    days: days.map((day) => ({ ...day, ...eventOn(shop, day.on) })),
    nextReward: nextRewardOf(checkIns, rule, todayOn),
    nextPoints: nextPointsOf(checkIns, rule, todayOn),
    ladderPoints: [...rule.ladderPoints],
    bonuses: rule.bonuses.map((bonus) => ({ ...bonus })),
    makeUpLeft: makeUpLeft(checkIns, rule, todayOn),
    joinedMonth: joinedOn.slice(0, 7),
  })
}

/** What the shop itself has on this day. */
function eventOn({ earnRule }: Shop, on: string): Pick<CheckInDayView, 'event'> {
  const isMemberDay = earnRule.memberDay?.days.includes(Number(on.slice(8))) ?? false
  return isMemberDay ? { event: '会员日' } : {}
}
