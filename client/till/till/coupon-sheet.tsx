import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { yuanText } from '../../format'
import { BigButton } from '../../parts/button'
import { Sheet } from '../../parts/sheet'
import { Ticket } from '../../parts/ticket'
import { tillStore } from '../../session/till.store'
import {
  type CouponChoice,
  couponChoicesOf,
  leftOutNoteOf,
  proposedOf,
  toggled,
} from '../coupon-choice'
import './coupon-sheet.scss'

interface CouponSheetProps {
  open: boolean
  onClose(): void
}

/**
 * The member's coupons. What saves most is taken already; each may be taken in the place of what it
 * excludes, or laid back; what is missing for the others is said.
 */
export function CouponSheet({ open, onClose }: CouponSheetProps): ReactNode {
  const till = useStore(tillStore)
  const take = (couponIds: readonly string[]) => {
    // Whoever takes what saves most has it kept so, whatever is typed later.
    till.change({ couponIds, ownCoupons: couponIds.length === 0 })
    onClose()
  }
  const isAny = till.couponIds.length > 0
  return (
    <Sheet open={open} title="选优惠券" onClose={onClose}>
      <Proposal onTake={take} />
      <View className="coupon-choices">
        {couponChoicesOf(till).map((choice) => (
          <Choice key={choice.coupon.couponId} choice={choice} />
        ))}
      </View>
      {isAny && (
        <BigButton className="coupon-done" onTap={onClose}>
          好了，用这 {till.couponIds.length} 张
        </BigButton>
      )}
      <BigButton tone="quiet" className="coupon-none" onTap={() => take([])}>
        不用优惠券
      </BigButton>
    </Sheet>
  )
}

function Proposal({ onTake }: { onTake(couponIds: readonly string[]): void }): ReactNode {
  const proposed = proposedOf(useStore(tillStore))
  if (!proposed) return null
  return (
    <View
      className="coupon-proposed"
      role="button"
      hoverClass="touched"
      onClick={() => onTake(proposed.couponIds)}
    >
      <View className="coupon-proposed-words">
        <View className="coupon-proposed-title figures">
          推荐用法，共省 ¥{yuanText(proposed.offFen)}
        </View>
        <View className="soft">{proposed.titles.join(' ＋ ')}</View>
      </View>
      <Text className="coupon-proposed-go">用这些</Text>
    </View>
  )
}

/** The sheet stays: several may be taken. */
function Choice({ choice }: { choice: CouponChoice }): ReactNode {
  const till = useStore(tillStore)
  const { coupon, fits, note } = choice
  const { couponId, title, face, thresholdFen, sentence, limitWords } = coupon
  const chosen = till.couponIds.includes(couponId)
  const choose = () => {
    const ownCoupons = till.ownCoupons || coupon.kind !== 'exchange'
    till.change({ couponIds: toggled(till, couponId), ownCoupons })
  }
  const leftOut = fits && !chosen ? leftOutNoteOf(till, couponId) : ''
  return (
    <Ticket
      className={`coupon-choice ${fits ? 'coupon-fits' : ''} ${chosen ? 'coupon-chosen' : ''}`}
      {...{ title, face, thresholdFen, sentence, limitWords }}
      tone={fits ? 'fresh' : 'over'}
      note={leftOut === '' ? note : leftOut}
      aside={chosen ? '✓ 已选' : fits ? '选用' : ''}
      {...(fits ? { onTap: choose } : {})}
    />
  )
}
