import type { Neighbour, Street } from './neighbourhood'
import { lastDayOf, pay, receive, thaw } from './points-by-unit'
import { manager } from './shop-under-test'

/** A manager gives some points by hand, or takes some if they are there. */
export async function adjust({ shop, count, dayLater }: Street, her: Neighbour, n: number) {
  const points = n % 2 === 0 ? n + 1 : -n
  const input = { memberNumber: await shop.numberOf(her.who), points, reason: '补记' }
  const options = { as: manager, requestId: shop.fresh('adjust'), input }
  const { answer } = await shop.callPatiently('points.adjust', options)
  if (points > 0) receive(her.heap, Array(points).fill(lastDayOf(dayLater(0), 12)))
  else expect(answer.ok).toBe(pay(her.heap, -points) !== null)
  count(answer.ok ? 'adjusted' : 'notThereToTake')
}

/** A manager stops her points, or lets them go on; the answer shows whether she has them all. */
export async function freezeOrThaw({ shop, count, dayLater }: Street, her: Neighbour) {
  const input = { memberNumber: await shop.numberOf(her.who), reason: '核对账目' }
  const options = { as: manager, requestId: shop.fresh('freeze'), input }
  const wasFrozen = her.heap.isFrozen
  const answer = await shop.value(wasFrozen ? 'points.unfreeze' : 'points.freeze', options)
  if (wasFrozen) thaw(her.heap, dayLater(0))
  else her.heap.isFrozen = true
  expect(answer).toMatchObject({ isFrozen: !wasFrozen, balancePoints: her.heap.held.length })
  count(wasFrozen ? 'thawed' : 'frozen')
}
