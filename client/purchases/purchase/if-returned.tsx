import { explainRefund } from '@shared/purchases/explain-refund'
import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { useStore } from 'zustand'
import { countText, sentenceText } from '../../format'
import { PageState } from '../../page-state'
import { Bones } from '../../parts/bone'
import { BigButton } from '../../parts/button'
import { Sheet } from '../../parts/sheet'
import { myPreviewStore } from '../purchases.store'

/** What would happen if all that is left came back; nothing is booked by looking. */
export function IfReturned({ purchaseId }: { purchaseId: string }): ReactNode {
  const [isOpen, setOpen] = useState(false)
  const shown = useStore(myPreviewStore)
  const ask = () => myPreviewStore.getState().load({ purchaseId })
  const openIt = () => {
    setOpen(true)
    ask()
  }
  return (
    <>
      <BigButton className="if-returned" tone="quiet" onTap={openIt}>
        如果退货会怎样？
      </BigButton>
      <Sheet open={isOpen} title="如果现在整单退" onClose={() => setOpen(false)}>
        <PageState shown={shown} skeleton={<Bones shape="row" count={3} />} onRetry={ask}>
          {({ shown: effect }) => (
            <View className="if-words">
              {explainRefund({
                ...effect,
                titles: [],
                returnedCoupons: effect.coupons,
                withdrawnTitles: effect.withdrawnCoupons,
                voidedCount: effect.voidedGifts.length,
              }).map((sentence) => (
                <View key={sentence} className="refund-sentence">
                  {sentenceText(sentence)}
                </View>
              ))}
              <View className="refund-sentence">
                之后可用 {countText(effect.balancePoints)} 积分
                {effect.debtPoints > 0 && `，还欠 ${countText(effect.debtPoints)} 分`}
              </View>
              <View className="soft">退货请带上商品和小票到店，由店员办理</View>
            </View>
          )}
        </PageState>
        <BigButton className="if-close" onTap={() => setOpen(false)}>
          知道了
        </BigButton>
      </Sheet>
    </>
  )
}
