import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { countText, momentText, yuanText } from '../../format'
import { Refused } from '../../parts/refused'
import { nextStepOf } from '../../session/next-step'
import { type PendingPurchase, pendingStore } from '../../session/pending.store'

/** Purchases typed without network: they go out by themselves, and a "no" waits for staff. */
export function PendingCards(): ReactNode {
  const { purchases, sending, booked, flush } = useStore(pendingStore)
  return (
    <>
      {booked && (
        <View className="pending-booked figures">
          已补积分 {booked.maskedName} ¥{yuanText(booked.paidFen)}，得{' '}
          {countText(booked.earnedPoints)} 积分
        </View>
      )}
      {purchases.length > 0 && (
        <View className="card pending-card">
          <View className="card-title">
            待确认 {purchases.length} 笔<Text className="soft"> 联网后自动提交</Text>
          </View>
          {purchases.map((purchase) => (
            <PendingRow key={purchase.requestId} purchase={purchase} />
          ))}
          <View className="pending-send" hoverClass="touched" role="button" onClick={flush}>
            {sending ? '正在提交…' : '现在提交'}
          </View>
        </View>
      )}
    </>
  )
}

function PendingRow({ purchase }: { purchase: PendingPurchase }): ReactNode {
  const { requestId, maskedName, typedAt, input, refused } = purchase
  const { confirmRepeat, drop, resume } = pendingStore.getState()
  const { freightFen = 0, lines = [] } = input
  const parts = [
    ...(lines.length > 0 ? [`${lines.length} 行`] : []),
    ...(freightFen > 0 ? [`含运费 ¥${yuanText(freightFen)}`] : []),
  ]
  const step = refused ? nextStepOf(refused.code) : 'none'
  return (
    <View className="pending-row">
      <View className="pending-line figures">
        <Text>
          {maskedName} ¥{yuanText(input.billFen + freightFen)}
        </Text>
        <Text className="soft">{momentText(typedAt).slice(5)}</Text>
      </View>
      {parts.length > 0 && <View className="soft figures">{parts.join('，')}</View>}
      <Refused className="pending-refused" message={refused?.message} />
      {refused && (
        <View className="pending-steps">
          {step === 'repeat' && (
            <View className="pending-step" onClick={() => confirmRepeat(requestId)}>
              不是重复，记账
            </View>
          )}
          {step === 'rescan' && (
            <View className="pending-step" onClick={() => resume(requestId)}>
              重新扫码补积分
            </View>
          )}
          <View className="pending-step" onClick={() => drop(requestId)}>
            不记了
          </View>
        </View>
      )}
    </View>
  )
}
