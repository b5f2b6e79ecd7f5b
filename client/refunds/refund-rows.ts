import type { OutputAt } from '../api'
import { countText, dayText } from '../format'

export type RefundShown = OutputAt<'purchases.previewRefund'>['shown']

export interface EffectRow {
  readonly label: string
  readonly value: string
  readonly tone: 'loss' | 'gain' | 'plain'
}

/** What a refund does beside the money, one row for each figure that it touches. */
export function rowsOf(shown: RefundShown): EffectRow[] {
  return [...takenRows(shown), ...returnedRows(shown), ...otherRows(shown)]
}

function takenRows(shown: RefundShown): EffectRow[] {
  const { clawbackPoints, takenLots, newDebtPoints, pendingPoints, expiredPoints } = shown
  if (clawbackPoints === 0) return [row('扣回积分', '不用扣')]
  return [
    ...takenLots.map((lot) =>
      row(`扣回 ${dayText(lot.expiresOn)}到期的`, `−${countText(lot.points)}`, 'loss'),
    ),
    ...some(newDebtPoints, (points) => row('已用掉，记为欠积分', points, 'loss')),
    ...some(pendingPoints, (points) => row('待到账的取消', `−${points}`, 'loss')),
    ...some(expiredPoints, (points) => row('早已到期，不再扣', points)),
  ]
}

function returnedRows({ returnedLots, debtRepaidPoints }: RefundShown): EffectRow[] {
  return [
    ...returnedLots.map((lot) =>
      row(`退回抵扣的，可用到 ${dayText(lot.expiresOn)}`, `+${countText(lot.points)}`, 'gain'),
    ),
    ...some(debtRepaidPoints, (points) => row('其中先抵欠积分', points)),
  ]
}

function otherRows(shown: RefundShown): EffectRow[] {
  const { coupons, withdrawnCoupons, voidedGifts, undoneWith } = shown
  const back = coupons.map(({ title, expiresOn }) =>
    row(`退回“${title}”`, `用到 ${dayText(expiresOn)}`, 'gain'),
  )
  const withdrawn = withdrawnCoupons.map((title) =>
    row(`用掉的“${title}”`, '整批已作废，不退回', 'loss'),
  )
  const voided = voidedGifts.map((title) => row(`赠送的“${title}”`, '作废', 'loss'))
  const undone = undoneWith.map(({ label, value }) => row(label, value, 'loss'))
  return [...back, ...withdrawn, ...voided, ...undone, row('已兑换的礼品', '不受影响')]
}

/** A row for a figure that is not nothing. */
function some(points: number, rowOf: (text: string) => EffectRow): EffectRow[] {
  return points > 0 ? [rowOf(countText(points))] : []
}

function row(label: string, value: string, tone: EffectRow['tone'] = 'plain'): EffectRow {
  return { label, value, tone }
}
