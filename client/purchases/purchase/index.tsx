import { isToldByLines } from '@shared/purchases/purchase-lines'
import { View } from '@tarojs/components'
import { useDidShow, useRouter } from '@tarojs/taro'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { countText, momentText, sentenceText, yuanText } from '../../format'
import { PageState } from '../../page-state'
import { stepRowsOf } from '../../parts/bill-steps'
import { Bone } from '../../parts/bone'
import { Page } from '../../parts/page'
import { type MyPurchase, openPurchase, purchaseStore } from '../purchases.store'
import { IfReturned } from './if-returned'
import './index.scss'

/** One purchase: its lines, what was paid, and what each refund did. `?purchaseId=` */
export default function MyPurchasePage(): ReactNode {
  const { purchaseId = '' } = useRouter().params
  const shown = useStore(purchaseStore)
  const reload = () => openPurchase(purchaseId)
  useDidShow(() => {
    reload()
  })
  return (
    <Page className="my-purchase-page">
      <PageState shown={shown} skeleton={<PurchaseBones />} onRetry={reload}>
        {({ purchase, refunds }) => (
          <>
            <Bill purchase={purchase} />
            {refunds.map((refund) => (
              <Refund key={refund.at} refund={refund} />
            ))}
            {purchase.state !== 'refunded' && <IfReturned purchaseId={purchase.purchaseId} />}
          </>
        )}
      </PageState>
    </Page>
  )
}

function Bill({ purchase }: { purchase: MyPurchase['purchase'] }): ReactNode {
  const { storeName, settledAt, receiptNo, paidFen } = purchase
  const { pointsPaid, earnedPoints, lines, steps } = purchase
  return (
    <View className="card">
      <View className="bill-paid figures">¥{yuanText(paidFen)}</View>
      <View className="bill-where soft figures">
        {storeName} {momentText(settledAt)}
      </View>
      {isToldByLines(lines) &&
        lines.map(({ lineNo, title, amountFen, leftFen, isExcluded }) => (
          <View key={lineNo} className="purchase-line figures">
            <View className="bill-label">
              <View className="bill-title">{title}</View>
              {isExcluded && <View className="soft">不积分</View>}
              {leftFen < amountFen && (
                <View className="bill-back">已退 ¥{yuanText(amountFen - leftFen)}</View>
              )}
            </View>
            <View>¥{yuanText(amountFen)}</View>
          </View>
        ))}
      {stepRowsOf(steps, pointsPaid).map(({ key, label, value }) => (
        <Line key={key} label={label} value={value} />
      ))}
      <Line label="获得积分" value={countText(earnedPoints)} />
      {receiptNo !== null && <Line label="小票号" value={receiptNo} />}
    </View>
  )
}

function Refund({ refund }: { refund: MyPurchase['refunds'][number] }): ReactNode {
  return (
    <View className="card refund-told">
      <View className="card-title">退款 ¥{yuanText(refund.moneyFen)}</View>
      {refund.sentences.map((sentence) => (
        <View key={sentence} className="refund-sentence">
          {sentenceText(sentence)}
        </View>
      ))}
      <View className="soft figures">{momentText(refund.at)}</View>
    </View>
  )
}

function Line({ label, value }: { label: string; value: string }): ReactNode {
  return (
    <View className="purchase-line figures">
      <View className="bill-label soft">{label}</View>
      <View className="bill-value">{value}</View>
    </View>
  )
}

function PurchaseBones(): ReactNode {
  return (
    <>
      <Bone shape="hero" />
      <Bone shape="card" />
    </>
  )
}
