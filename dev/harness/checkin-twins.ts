import { addDays, businessDateOf, startOfDateAt } from '../../shared/business-date'
import { clerk, EAST, type ShopUnderTest } from './shop-under-test'
import type { Own } from './twin'

/** What calls each endpoint of the check-in and of the tasks twice. */
export function checkinTwins(shop: ShopUnderTest): Own<'checkin' | 'tasks'> {
  const newcomer = async () => (await shop.newMember()).who
  const today = () => businessDateOf(shop.nowMs())
  return {
    'checkin.show': async () => ({ as: await newcomer(), input: { month: today().slice(0, 7) } }),
    'checkin.checkIn': async () => {
      const { storeCode } = await shop.value('checkin.storeCode', { as: clerk })
      const place = { latitude: 31.2304, longitude: 121.4737 }
      return { as: await newcomer(), input: { storeCode, place } }
    },
    'checkin.makeUp': async () => {
      const { who, memberId } = await shop.newMember()
      await joinedEarlier(shop, memberId, 3)
      return { as: who, input: { on: addDays(today(), -2) } }
    },
    'tasks.list': async () => ({ as: await newcomer(), input: {} }),
    'tasks.claim': async () => ({
      as: (await shop.newMember(10)).who,
      input: { taskId: 'firstPurchase' },
    }),
    'checkin.storeCode': async () => ({ as: clerk, input: { storeId: EAST } }),
  }
}

/** As if she had joined so many days ago: a day before she joined is no day that she missed. */
export async function joinedEarlier(
  shop: Pick<ShopUnderTest, 'local' | 'nowMs'>,
  memberId: string,
  days: number,
): Promise<void> {
  const joinedOn = addDays(businessDateOf(shop.nowMs()), -days)
  const joined = { joinedOn, joinedAt: startOfDateAt(joinedOn) }
  const asStored = { filter: { _id: memberId }, update: { $set: joined }, multi: false }
  await shop.local.engine.update('members', asStored)
}
