import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { shortYuan, yuanText } from '../../format'
import { tillStore } from '../../session/till.store'
import { couponChoicesOf, proposedOf, takenOf } from '../coupon-choice'
import './coupon-line.scss'

/** What is taken off the bill by itself, with the ways to another coupon and to none. */
export function CouponLine({ onOpen }: { onOpen(): void }): ReactNode {
  const till = useStore(tillStore)
  const choices = couponChoicesOf(till)
  const taken = takenOf(till)
  if (choices.length === 0) return null
  if (taken === null) {
    return (
      <View className="coupon-line">
        <Words go="选券" onOpen={onOpen}>
          {waitingWords(till, choices)}
        </Words>
      </View>
    )
  }
  return (
    <View className="coupon-line coupon-line-on">
      <Words go="换一张" onOpen={onOpen}>
        {taken.titles.join(' ＋ ')}
        {taken.offFen > 0 && (
          <Text className="coupon-line-off figures"> −¥{yuanText(taken.offFen)}</Text>
        )}
      </Words>
      <View
        className="coupon-line-none till-coupon-none"
        hoverClass="touched"
        role="button"
        aria-label="不用券"
        onClick={() => till.change({ couponIds: [], ownCoupons: true })}
      >
        不用
      </View>
    </View>
  )
}

interface WordsProps {
  /** What a tap leads to. */
  go: string
  onOpen(): void
  children: ReactNode
}

function Words({ go, onOpen, children }: WordsProps): ReactNode {
  return (
    <View
      className="coupon-line-words till-coupon"
      hoverClass="touched"
      role="button"
      onClick={onOpen}
    >
      <View className="coupon-line-title">{children}</View>
      <Text className="coupon-line-go">{go}</Text>
    </View>
  )
}

function waitingWords(
  till: Parameters<typeof proposedOf>[0],
  choices: ReturnType<typeof couponChoicesOf>,
): string {
  const saving = proposedOf(till)
  if (saving) return `券可省 ¥${shortYuan(saving.offFen)}`
  const fitting = choices.filter(({ fits }) => fits).length
  return fitting > 0 ? `优惠券 ${fitting} 张` : '券未达条件'
}
