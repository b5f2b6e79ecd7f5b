import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { shortDay, shortYuan } from '../../format'
import { BigButton } from '../../parts/button'
import { Sheet } from '../../parts/sheet'
import { Ticket } from '../../parts/ticket'
import { fenOf } from '../amount'
import { tillStore } from '../till.store'

interface CouponSheetProps {
  open: boolean
  onClose(): void
}

/** The member's coupons; one tap takes one, and what is missing for the others is said. */
export function CouponSheet({ open, onClose }: CouponSheetProps): ReactNode {
  const { scanned, couponId, typed, change } = useStore(tillStore)
  const billFen = fenOf(typed.bill) ?? 0
  const take = (chosen: string | null) => {
    change({ couponId: chosen })
    onClose()
  }
  return (
    <Sheet open={open} title="选一张优惠券" onClose={onClose}>
      <View className="coupon-choices">
        {scanned?.coupons.map((coupon) => {
          const missingFen = coupon.thresholdFen - billFen
          const fits = billFen === 0 || missingFen <= 0
          const chosen = coupon.couponId === couponId
          return (
            <Ticket
              key={coupon.couponId}
              className="coupon-choice"
              title={coupon.title}
              faceFen={coupon.faceFen}
              thresholdFen={coupon.thresholdFen}
              tone={fits ? 'fresh' : 'over'}
              note={
                fits ? `${shortDay(coupon.expiresOn)}前可用` : `还差 ¥${shortYuan(missingFen)} 可用`
              }
              aside={chosen ? '已选' : fits ? '使用' : ''}
              {...(fits ? { onTap: () => take(chosen ? null : coupon.couponId) } : {})}
            />
          )
        })}
      </View>
      <BigButton tone="quiet" className="coupon-none" onTap={() => take(null)}>
        不用优惠券
      </BigButton>
    </Sheet>
  )
}
