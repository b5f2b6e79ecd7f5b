import type { Input } from '../../shared/contract/contract'
import { clerk, type ShopUnderTest } from './shop-under-test'

type Asked = Partial<Input<'purchases', 'proposePoints'>>
type Bill = Partial<Input<'purchases', 'settle'>>

/** Half of a bill, from 100 points on, a point a fen. */
export const payWithPoints = {
  ruleId: 'pay-with-points',
  version: 1,
  pointsPerYuan: 100,
  minSharePercent: 0,
  maxSharePercent: 50,
  minPoints: 100,
} as const

/** Paying with points in a shop that allows it and is open by the time they run. */
export function payingIn(shopNow: () => ShopUnderTest) {
  const shop = () => shopNow()
  const propose = (asked: Asked, options: { as?: string; requestId?: string } = {}) =>
    shop().callPatiently('purchases.proposePoints', {
      ...{ as: clerk, requestId: shop().fresh('proposal'), ...options },
      input: { billFen: 4_000, paidPoints: 500, ...asked },
    })
  const answer = (who: string, proposalId: string, agrees = true) =>
    shop().callPatiently('purchases.answerProposal', { as: who, input: { proposalId, agrees } })
  /** Someone with so many points, scanned at the till. */
  const newPayer = async (points = 600) => {
    const { who, memberId } = await shop().newMember()
    if (points > 0) await shop().adjust(who, points)
    const memberCode = await shop().codeOf(who)
    const { ticket } = await shop().value('staff.scan', { as: clerk, input: { memberCode } })
    return { who, memberId, ticket }
  }
  const proposed = async (asked: Asked = {}, points = 600) => {
    const payer = await newPayer(points)
    const { answer: told } = await propose({ ticket: payer.ticket, ...asked })
    if (!told.ok) throw new Error(`not proposed: ${told.code}`)
    return { ...payer, proposalId: told.value.proposalId }
  }
  /** 40 yuan with the proposal, unless the bill says otherwise. */
  const settle = (bill: Bill, options: { as?: string; requestId?: string } = {}) =>
    shop().callPatiently('purchases.settle', {
      ...{ as: clerk, requestId: shop().fresh('settle'), ...options },
      input: { billFen: 4_000, ...bill },
    })
  return { propose, answer, newPayer, proposed, settle }
}
