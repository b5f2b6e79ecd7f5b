import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { BigButton } from '../../parts/button'
import { Sheet } from '../../parts/sheet'
import { Ticket } from '../../parts/ticket'
import { tillStore } from '../../session/till.store'
import { couponChoicesOf } from '../coupon-choice'

interface CouponSheetProps {
  open: boolean
  onClose(): void
}

/** The member's coupons: one tap takes one, and what is missing for the others is said. */
export function CouponSheet({ open, onClose }: CouponSheetProps): ReactNode {
  const till = useStore(tillStore)
  const take = (couponId: string | null) => {
    till.change({ couponId })
    onClose()
  }
  return (
    <Sheet open={open} title="选一张优惠券" onClose={onClose}>
      <View className="coupon-choices">
        {couponChoicesOf(till).map(({ coupon, fits, note }) => {
          const chosen = coupon.couponId === till.couponId
          return (
            <Ticket
              key={coupon.couponId}
              className={`coupon-choice ${fits ? 'coupon-fits' : ''}`}
              title={coupon.title}
              faceFen={coupon.faceFen}
              thresholdFen={coupon.thresholdFen}
              tone={fits ? 'fresh' : 'over'}
              note={note}
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
