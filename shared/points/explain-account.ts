/**
 * What an account holds, in sentences: until when each part can be spent, what is on its way and
 * when it comes, what is owed and which refund made it. The sentences' numbers sum to the balance,
 * to what is pending, and to the debt.
 */
import { spokenDate } from '../business-date'
import { formatYuan } from '../yuan'
import type { Lot } from './lots'
import { type EntryReason, reasonOf } from './reasons'

/** Points that are on their way, as the shopper knows them. */
export interface ComingPoints {
  readonly points: number
  readonly releasesOn: string
  readonly storeName: string | null
  readonly receiptNo: string | null
}

/** An entry that took more than there was, the newest first. */
export interface DebtMaker {
  readonly reason: EntryReason
  readonly debtChangePoints: number
  readonly on: string
  readonly storeName: string | null
  readonly paidFen: number | null
  readonly receiptNo: string | null
}

export interface DebtReason {
  readonly points: number
  readonly sentence: string
}

export function explainLot({ expiresOn, points }: Lot): string {
  return `${points} 积分可以用到${spokenDate(expiresOn)}`
}

export function explainComing({ points, releasesOn, storeName, receiptNo }: ComingPoints): string {
  const place = storeName ? `在${storeName}` : ''
  const receipt = receiptNo === null ? '' : `（小票 ${receiptNo}）`
  return `${place}消费的 ${points} 积分，${spokenDate(releasesOn)}到账${receipt}`
}

/**
 * Which refunds the debt comes from. What is earned repays the oldest debt first, so the newest
 * refunds are those still owed. What older ones than those given made is told in one sentence.
 */
export function explainDebt(
  debtPoints: number,
  makers: readonly DebtMaker[],
): readonly DebtReason[] {
  let untold = debtPoints
  const reasons: DebtReason[] = []
  for (const maker of makers) {
    const points = Math.min(maker.debtChangePoints, untold)
    if (points <= 0) break
    reasons.push({ points, sentence: debtSentence(maker, points) })
    untold -= points
  }
  if (untold === 0) return reasons
  return [...reasons, { points: untold, sentence: `更早的退款还欠 ${untold} 积分` }]
}

function debtSentence(maker: DebtMaker, points: number): string {
  const { reason, on, storeName, paidFen, receiptNo } = maker
  const { owed } = reasonOf(reason)
  if (owed) return `${spokenDate(on)}${owed(points)}`
  const place = storeName ? `在${storeName}` : ''
  const money = paidFen === null ? '' : ` ${formatYuan(paidFen)}`
  const receipt = receiptNo === null ? '' : `（小票 ${receiptNo}）`
  const when = `${spokenDate(on)}${place}退款${money}${receipt}`
  return `${when}，当时获得的积分已经用掉，还欠 ${points} 积分`
}
