/** What really happened with a member, as far as her tasks follow from it. */
import type { TaskFacts } from '../../shared/tasks/task'
import { hasVisitedCommunity } from '../communities/repository'
import { phoneOfMember } from '../members/repository'
import { hasStandingPurchase } from '../purchases/repository'
import type { MemberContext } from '../runtime/context'

const FIRST_DATE = '1900-01-01'

/** Four reads at once, of documents that an index names. */
export async function readTaskFacts({ member, todayOn }: MemberContext): Promise<TaskFacts> {
  const { _id: memberId, nickname, avatar, birthdayChangedOn } = member
  const monthFromOn = `${todayOn.slice(0, 7)}-01`
  const [phone, hasPurchase, hasPurchaseThisMonth, hasCommunity] = await Promise.all([
    phoneOfMember(memberId),
    hasStandingPurchase(memberId, FIRST_DATE),
    hasStandingPurchase(memberId, monthFromOn),
    hasVisitedCommunity(memberId),
  ])
  return {
    ...{ nickname, avatar, hasPurchase, hasPurchaseThisMonth, hasCommunity },
    hasBirthday: birthdayChangedOn !== null,
    hasPhone: phone !== null,
  }
}
