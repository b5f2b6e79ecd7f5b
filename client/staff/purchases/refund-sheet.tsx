import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { pointsText, yuanText } from '../../format'
import { BigButton } from '../../parts/button'
import { Sheet } from '../../parts/sheet'
import { loadPurchases, type PurchaseRow, refundStore } from '../purchases.store'

/** Says what a refund undoes before it is booked, and what it undid after. */
export function RefundSheet({ row }: { row: PurchaseRow }): ReactNode {
  const { sending, answer, close } = useStore(refundStore)
  return (
    <Sheet
      open
      title={answer ? '已退款' : `退款 ¥${yuanText(row.paidFen)}？`}
      {...(sending ? {} : { onClose: close })}
    >
      {answer ? <Done /> : <Asked row={row} />}
    </Sheet>
  )
}

function Asked({ row }: { row: PurchaseRow }): ReactNode {
  const { sending, refused, close, send } = useStore(refundStore)
  const { maskedName, earnedPoints, couponOffFen } = row
  const confirm = async () => {
    await send()
    await loadPurchases()
  }
  return (
    <>
      <View className="refund-words">
        <View className="refund-word">整单退给 {maskedName}，请先把钱款退还会员</View>
        <View className="refund-word">
          扣回这笔的 {pointsText(earnedPoints)} 积分；已经用掉的部分记为欠积分
        </View>
        {couponOffFen > 0 && <View className="refund-word">用掉的优惠券一并退回</View>}
      </View>
      {refused && (
        <View className="refund-refused" role="alert">
          {refused.message}
        </View>
      )}
      <BigButton className="refund-confirm" tone="warning" busy={sending} onTap={confirm}>
        确认退款
      </BigButton>
      <View className="refund-keep" hoverClass="touched" onClick={close}>
        不退了
      </View>
    </>
  )
}

function Done(): ReactNode {
  const { answer, close } = useStore(refundStore)
  if (!answer) return null
  const { refundedFen, clawedBackPoints, newDebtPoints, couponReturned } = answer
  return (
    <>
      <View className="refund-words">
        <View className="refund-word">退款 ¥{yuanText(refundedFen)}</View>
        <View className="refund-word">扣回 {pointsText(clawedBackPoints)} 积分</View>
        {newDebtPoints > 0 && (
          <View className="refund-word">
            其中 {pointsText(newDebtPoints)} 分已用掉，记为欠积分，以后获得的积分先补上
          </View>
        )}
        {couponReturned && <View className="refund-word">优惠券已退回会员卡包</View>}
      </View>
      <BigButton className="refund-done" onTap={close}>
        好的
      </BigButton>
    </>
  )
}
