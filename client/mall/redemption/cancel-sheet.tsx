import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { countText } from '../../format'
import { BigButton } from '../../parts/button'
import { Sheet } from '../../parts/sheet'
import { cancelStore, loadUntil, type RedemptionCard } from '../redemptions.store'

/** Says what cancelling does before it does it, and what it did after. */
export function CancelSheet({ redemption }: { redemption: RedemptionCard }): ReactNode {
  const { redemptionId, rewardTitle, pricePoints } = redemption
  const { wish, sending, refused, answer, close, send } = useStore(cancelStore)
  const confirm = async () => {
    await send()
    await loadUntil(redemptionId)
  }
  return (
    <Sheet
      open={wish?.redemptionId === redemptionId}
      title={answer ? '已取消' : '取消这笔兑换？'}
      {...(sending ? {} : { onClose: close })}
    >
      {answer ? (
        <>
          <View className="cancel-words figures">
            {countText(answer.returnedPoints)} 积分已退回，现有 {countText(answer.balancePoints)}{' '}
            积分
          </View>
          <BigButton className="cancel-done" onTap={close}>
            好的
          </BigButton>
        </>
      ) : (
        <>
          <View className="cancel-words figures">
            取消「{rewardTitle}」后，{countText(pricePoints)} 积分原样退回，到期日不变
          </View>
          {refused && (
            <View className="cancel-refused" role="alert">
              {refused.message}
            </View>
          )}
          <BigButton className="cancel-confirm" tone="warning" busy={sending} onTap={confirm}>
            确认取消
          </BigButton>
          <View className="cancel-keep" hoverClass="touched" onClick={close}>
            先留着
          </View>
        </>
      )}
    </Sheet>
  )
}
