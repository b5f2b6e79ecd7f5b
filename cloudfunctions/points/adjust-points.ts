import type { ParsedInputOf } from '../../shared/contract/endpoint'
import type { AdjustmentRow, points } from '../../shared/contract/points'
import { maskName } from '../../shared/masked-name'
import { admitAdjustment, ripensAt } from '../../shared/points/adjustment'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import { memberByNumber } from '../members/repository'
import { admitMember } from '../runtime/caller'
import type { StaffContext, UseCase } from '../runtime/context'
import { getById, inTransaction, type Transaction } from '../runtime/database'
import { recorded } from '../runtime/once'
import type { Member } from '../runtime/people'
import { findManagers, isManager } from '../runtime/roles'
import {
  type Adjustment,
  type AdjustmentDocument,
  adjustmentRowOf,
  bookAdjustment,
  openAdjustmentDay,
} from './adjustments'

interface Wish {
  readonly input: ParsedInputOf<typeof points.adjust>
  readonly member: Member
  readonly hash: string
  readonly context: StaffContext
  /** Somebody else could agree: neither the one who asks nor the member. */
  readonly hasSecondManager: boolean
}

/** The one who asks, the member, and a third who could agree. */
const MANAGERS_ASKED_FOR = 3

/**
 * Gives or takes points by hand; what is large waits for approval. Refuses ADJUSTMENT_CAP,
 * MEMBER_NOT_FOUND, SELF_SERVICE, POINTS_INSUFFICIENT, and ACCOUNT_FROZEN when points are taken.
 */
export const adjustPoints: UseCase<typeof points.adjust> = (input, context) => {
  const find = () => getById<AdjustmentDocument>('points_adjustments', context.requestKey)
  return recorded<AdjustmentRow>(context, { meaning: { ...input }, find }, async ({ hash }) => {
    const member = await memberByNumber(input.memberNumber)
    if (!member) return refuse('MEMBER_NOT_FOUND')
    const admitted = admitMember(member)
    if (!admitted.ok) return admitted
    if (member._id === context.memberId) return refuse('SELF_SERVICE')
    const others = isManager(context.staff)
      ? (await findManagers(context.shop, MANAGERS_ASKED_FOR)).filter(
          ({ _id }) => _id !== context.memberId && _id !== member._id,
        )
      : []
    const wish = { input, member, hash, context, hasSecondManager: others.length > 0 }
    return inTransaction((tx) => adjustIn(tx, wish))
  })
}

async function adjustIn(tx: Transaction, wish: Wish): Promise<Outcome<AdjustmentRow>> {
  const { input, member, hash, context, hasSecondManager } = wish
  const { staff, now, todayOn, requestKey, shop } = context
  const whose = { staffId: staff._id, todayOn, memberId: member._id }
  const { today, count } = await openAdjustmentDay(tx, whose)
  const admitted = admitAdjustment(
    input.points,
    { isManager: isManager(staff), today },
    shop.adjustmentRule,
  )
  if (!admitted.ok) return admitted
  const isAtOnce = admitted.value === 'atOnce'
  const asked: Omit<Adjustment, 'request'> = {
    _id: requestKey,
    memberId: member._id,
    maskedName: maskName(member.nickname),
    points: input.points,
    note: input.reason,
    state: isAtOnce ? 'booked' : 'waiting',
    askedBy: staff._id,
    askedByName: staff.displayName,
    askedAt: now,
    ripensAt: isAtOnce || hasSecondManager ? null : ripensAt(now, shop.adjustmentRule),
    decided: isAtOnce
      ? { staffId: staff._id, staffName: staff.displayName, at: now, refusal: null }
      : null,
  }
  if (isAtOnce) {
    const booked = await bookAdjustment(tx, asked, context)
    if (!booked.ok) return booked
    await count(input.points)
  }
  const answer = adjustmentRowOf(asked)
  await tx.insert('points_adjustments', { ...asked, request: { hash, answer } })
  return accept(answer)
}
