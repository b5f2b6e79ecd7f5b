import type { gifts } from '../../shared/contract/gifts'
import { waitingFor } from '../../shared/gifts/waiting'
import { accept } from '../../shared/refusal'
import { readAccount } from '../points/repository'
import type { UseCase } from '../runtime/context'
import { factsOf, giftDesk } from './repository'

/** What waits for her tap, what ends first before the rest. */
export const listWaiting: UseCase<typeof gifts.waiting> = async (_input, context) => {
  const { member, shop, now } = context
  const [desk, account] = await Promise.all([giftDesk(shop), readAccount(member._id)])
  const facts = factsOf(member, account)
  const her = { memberId: member._id, facts, care: account.care, now, todayOn: context.todayOn }
  return accept({ serverNow: now, gifts: [...waitingFor(desk.lawful, her, desk.world)] })
}
