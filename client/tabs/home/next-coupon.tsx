import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { OutputAt } from '../../api'
import { daysBetween, shortDay } from '../../format'
import { Row } from '../../parts/row'
import { open, routes } from '../../routes'

/** The coupon that ends first, with its last day; nothing where she has none. */
export function NextCoupon({ home }: { home: OutputAt<'members.home'> }): ReactNode {
  const { nextCoupon, todayOn } = home
  if (!nextCoupon) return null
  const { title, sentence, expiresOn } = nextCoupon
  return (
    <View className="card rows">
      <Row
        className="next-coupon"
        icon="coupon"
        title={title.includes(sentence) ? title : `${title} · ${sentence}`}
        wraps
        notes={[lastDayOf(expiresOn, todayOn)]}
        leads
        onOpen={() => open(routes.wallet)}
      />
    </View>
  )
}

function lastDayOf(expiresOn: string, todayOn: string): string {
  const left = daysBetween(todayOn, expiresOn)
  if (left === 0) return '今天最后一天，别忘了用'
  return `${shortDay(expiresOn)}到期，还剩 ${left} 天`
}
