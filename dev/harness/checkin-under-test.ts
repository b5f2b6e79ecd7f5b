import { addDays, businessDateOf } from '../../shared/business-date'
import { joinedEarlier } from './checkin-twins'
import type { Called } from './cloud-caller'
import type { ShopUnderTest } from './shop-under-test'

/** What the tests of the check-in do, at the shop that they have opened by then. */
export function checkinOf(shopNow: () => ShopUnderTest) {
  const today = () => businessDateOf(shopNow().nowMs())
  return {
    today,
    daysAgo: (days: number) => addDays(today(), -days),
    press: (who: string) => shopNow().call('checkin.checkIn', { as: who }),
    mend: (who: string, on: string, requestId?: string) =>
      shopNow().call('checkin.makeUp', {
        as: who,
        input: { on },
        ...(requestId ? { requestId } : {}),
      }),
    show: (who: string, month?: string) =>
      shopNow().value('checkin.show', { as: who, input: { month } }),
    entriesOf: (memberId: string) => shopNow().find('points_entries', { memberId }),
    /** Someone who has checked in so many days back, each; she joined before. */
    async memberWith(daysBack: readonly number[], joinedDaysAgo = 60) {
      const shop = shopNow()
      const { who, memberId } = await shop.newMember()
      await joinedEarlier(shop, memberId, joinedDaysAgo)
      // There is an account once a point has moved.
      await shop.adjust(who, 1)
      const pressed: Record<string, number> = {}
      for (const back of daysBack) {
        const on = addDays(today(), -back)
        const month = on.slice(0, 7)
        pressed[month] = (pressed[month] ?? 0) | (1 << (Number(on.slice(8)) - 1))
      }
      const update = { $set: { checkIns: [{ pressed, madeUp: [], bonuses: [] }] } }
      const account = { filter: { _id: memberId }, update, multi: false }
      await shop.local.engine.update('points_accounts', account)
      return { who, memberId }
    },
  }
}

export function costOf({ dbCalls, docsWritten }: Called<unknown>): string {
  return `${dbCalls} calls, ${docsWritten} written`
}
