import type { HeldDecision, moderation } from '../../shared/contract/moderation'
import { accept } from '../../shared/refusal'
import { tell } from '../messages/tell-in-transaction'
import { decideInTransaction } from '../moderation/decide-in-transaction'
import type { UseCase } from '../runtime/context'
import { inTransaction } from '../runtime/database'
import { recorded } from '../runtime/once'
import { heldKinds } from './held-kinds'

/**
 * A manager approves a text, which publishes it, or rejects it. The same request again answers the
 * first decision. Its author is told with the decision. Refuses HELD_NOT_FOUND, HELD_DECIDED and
 * HELD_CHANGED.
 */
export const decideHeldText: UseCase<typeof moderation.decide> = (input, context) => {
  const wish = { ...input, reason: input.reason ?? null }
  return recorded<HeldDecision>(context, { meaning: wish }, ({ record }) =>
    inTransaction(async (tx) => {
      const outcome = await decideInTransaction(tx, heldKinds, { wish, context })
      if (!outcome.ok) return outcome
      const { decision, held, textTitle } = outcome.value
      await record(tx, decision)
      if (textTitle === null) return accept(decision)
      const { _id: source, authorId: memberId, state, reason } = held
      const facts = { textTitle, isPublished: state === 'approved', reason }
      await tell(tx, { memberId, source, at: context.now, kind: 'heldTextDecided', facts })
      return accept(decision)
    }),
  )
}
