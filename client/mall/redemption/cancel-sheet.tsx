import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { countText, yuanText } from '../../format'
import { ConfirmSheet } from '../../parts/confirm-sheet'
import { cancelStore, loadUntil, type RedemptionCard } from '../redemptions.store'

/** Says what cancelling does before it does it, and what it did after. */
export function CancelSheet({ redemption }: { redemption: RedemptionCard }): ReactNode {
  const { redemptionId, rewardTitle, pricePoints, cashFen, state } = redemption
  const { wish, sending, refused, answer, close, send } = useStore(cancelStore)
  const isPaid = cashFen > 0 && state === 'waiting'
  const moneyToDo = isPaid ? `；付的 ¥${yuanText(cashFen)} 原路退回微信` : ''
  const back = answer?.refundFen ?? 0
  const moneyDone = back > 0 ? `；¥${yuanText(back)} 正原路退回微信，一般几分钟到账` : ''
  const confirm = async () => {
    await send()
    await loadUntil(redemptionId)
  }
  return (
    <ConfirmSheet
      name="cancel"
      open={wish?.redemptionId === redemptionId}
      title={answer ? '已取消' : '取消这笔兑换？'}
      sending={sending}
      refused={refused?.message}
      step={{ label: '确认取消', tone: 'warning', onTap: confirm }}
      keep={{ label: '先留着', onTap: close }}
      done={answer && { label: '好的', onTap: close }}
      onClose={close}
    >
      {answer
        ? `${countText(answer.returnedPoints)} 积分已退回，现有 ${countText(answer.balancePoints)} 积分` +
          moneyDone
        : `取消「${rewardTitle}」后，${countText(pricePoints)} 积分原样退回，到期日不变${moneyToDo}`}
    </ConfirmSheet>
  )
}
