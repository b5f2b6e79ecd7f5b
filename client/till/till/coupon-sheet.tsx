import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { BigButton } from '../../parts/button'
import { Sheet } from '../../parts/sheet'
import { Ticket } from '../../parts/ticket'
import { tillStore } from '../../session/till.store'
import { couponChoicesOf, toggled } from '../coupon-choice'

interface CouponSheetProps {
  open: boolean
  onClose(): void
}

/** The member's coupons: one tap takes one, and what is missing for the others is said. */
export function CouponSheet({ open, onClose }: CouponSheetProps): ReactNode {
  const till = useStore(tillStore)
  const take = (couponIds: readonly string[]) => {
    till.change({ couponIds })
    onClose()
  }
  return (
    <Sheet open={open} title="选一张优惠券" onClose={onClose}>
      <View className="coupon-choices">
        {couponChoicesOf(till).map(({ coupon, fits, note }) => {
          const chosen = till.couponIds.includes(coupon.couponId)
          return (
            <Ticket
              key={coupon.couponId}
              className={`coupon-choice ${fits ? 'coupon-fits' : ''}`}
              title={coupon.title}
              face={coupon.face}
              thresholdFen={coupon.thresholdFen}
              tone={fits ? 'fresh' : 'over'}
              note={note}
              aside={chosen ? '已选' : fits ? '使用' : ''}
              {...(fits ? { onTap: () => take(toggled(till, coupon.couponId)) } : {})}
            />
          )
        })}
      </View>
      <BigButton tone="quiet" className="coupon-none" onTap={() => take([])}>
        不用优惠券
      </BigButton>
    </Sheet>
  )
}
