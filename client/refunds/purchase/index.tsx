import { LISTS_TILL } from '@shared/closings/day-closing'
import { isToldByLines } from '@shared/purchases/purchase-lines'
import { View } from '@tarojs/components'
import { useDidShow, useRouter } from '@tarojs/taro'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import type { OutputAt } from '../../api'
import { countText, momentText, sentenceText, shortDay, yuanText } from '../../format'
import { PageState } from '../../page-state'
import { stepRowsOf } from '../../parts/bill-steps'
import { Bone } from '../../parts/bone'
import { BigButton } from '../../parts/button'
import { Line } from '../../parts/line'
import { open, routes } from '../../routes'
import { ForStaff } from '../../session/for-staff'
import { openStorePurchase, storePurchaseStore } from '../purchases.store'
import './index.scss'

type Sold = OutputAt<'purchases.show'>

/** One purchase of the store; giving it back is a step of its own. `?purchaseId=` */
export default function StorePurchasePage(): ReactNode {
  const { purchaseId = '' } = useRouter().params
  const shown = useStore(storePurchaseStore)
  const reload = () => openStorePurchase(purchaseId)
  useDidShow(() => {
    reload()
  })
  return (
    <ForStaff className="store-purchase-page">
      {() => (
        <PageState shown={shown} skeleton={<Bone shape="card" />} onRetry={reload}>
          {(sold) => (
            <>
              <Bill sold={sold} />
              {sold.refunds.map((refund) => (
                <Refund key={refund.at} refund={refund} />
              ))}
              <ToRefund sold={sold} />
            </>
          )}
        </PageState>
      )}
    </ForStaff>
  )
}

function Bill({ sold }: { sold: Sold }): ReactNode {
  const { purchase, tillNo, isForgotten, businessOn, bookedBy, bookedWith, excludedFen } = sold
  const { paidFen, maskedName, storeName, settledAt, lines, steps, pointsPaid } = purchase
  return (
    <View className="card sold">
      <View className="sold-paid figures">¥{yuanText(paidFen)}</View>
      <View className="sold-who soft figures">
        {maskedName} · {storeName} · {momentText(settledAt)}
      </View>
      {isToldByLines(lines) &&
        lines.map(({ lineNo, title, amountFen, leftFen }) => (
          <Line
            key={lineNo}
            label={
              leftFen < amountFen ? `${title}（已退 ¥${yuanText(amountFen - leftFen)}）` : title
            }
            value={`¥${yuanText(amountFen)}`}
          />
        ))}
      {stepRowsOf(steps, pointsPaid).map(({ key, label, value }) => (
        <Line key={key} label={label} value={value} />
      ))}
      {excludedFen > 0 && <Line label="其中不计积分" value={`¥${yuanText(excludedFen)}`} />}
      <Line label="获得积分" value={countText(purchase.earnedPoints)} />
      {bookedWith.map(({ label, value }) => (
        <Line key={label} label={label} value={value} />
      ))}
      {purchase.receiptNo !== null && <Line label="小票号" value={purchase.receiptNo} />}
      {tillNo === LISTS_TILL && <Line label="来自" value="接龙自提" />}
      {tillNo !== null && tillNo !== LISTS_TILL && <Line label="收银台号" value={tillNo} />}
      {isForgotten && <Line label="补积分" value={`${shortDay(businessOn)}的小票`} />}
      {bookedBy !== null && <Line label="经手" value={bookedBy} />}
    </View>
  )
}

function Refund({ refund }: { refund: Sold['refunds'][number] }): ReactNode {
  return (
    <View className="card sold-refund-told">
      <View className="card-title">退款 ¥{yuanText(refund.moneyFen)}</View>
      {refund.sentences.map((sentence) => (
        <View key={sentence} className="sold-sentence">
          {sentenceText(sentence)}
        </View>
      ))}
      <View className="soft figures">{momentText(refund.at)}</View>
    </View>
  )
}

/** The way to the refund, or why there is none. */
function ToRefund({ sold }: { sold: Sold }): ReactNode {
  const { purchase, refundRefused } = sold
  const { purchaseId } = purchase
  if (refundRefused) return <View className="sold-refused">{refundRefused.message}</View>
  return (
    <BigButton
      className="purchase-refund"
      tone="quiet"
      onTap={() => open(routes.refund, { purchaseId })}
    >
      退款…
    </BigButton>
  )
}
