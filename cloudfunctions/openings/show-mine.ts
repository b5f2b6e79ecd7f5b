import type { openings } from '../../shared/contract/openings'
import { accept } from '../../shared/refusal'
import type { UseCase } from '../runtime/context'
import { claimedBefore } from './opening-claim'

/** What this member's old card brought her, by whichever way it came. */
export const showMine: UseCase<typeof openings.mine> = async (_input, { memberId, now }) => {
  const claim = await claimedBefore(memberId)
  return accept({ serverNow: now, claimed: claim?.request?.answer ?? null })
}
