import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { countText, shortDay } from '../../format'
import { ListEnd } from '../../parts/list-end'
import { markOf } from '../../parts/month-weeks'
import { Row } from '../../parts/row'
import { couponsStore } from '../gift-rules.store'
import { type RehearsedGrant, rehearsalStore } from '../rehearsal.store'
import { aboutYuan, contentsText, refusalText } from '../rehearsal-words'

/** One day of it: who gets what, and whose gift does not come, with why. */
export function DayGifts({ on }: { on: string }): ReactNode {
  const { head, rows, nextCursor, loadingMore, moreTrouble, more } = useStore(rehearsalStore)
  const day = head?.days.find((each) => each.on === on)
  const ofDay = rows.filter((grant) => grant.on === on)
  const given = ofDay.filter(({ refused }) => !refused)
  const refused = ofDay.filter((grant) => grant.refused)
  // Once a later day has begun, this one is whole.
  const isWhole = nextCursor === null || rows.some((grant) => grant.on > on)
  const count = day && day.grantCount > 0 ? `送 ${countText(day.grantCount)} 份` : '不送礼'
  const cost = day && day.grantCount > 0 ? `，约 ${aboutYuan(day.costFen)}` : ''
  return (
    <View className="gift-day-gifts">
      <View className="gift-day-title figures">
        {shortDay(on)} {markText(on)} · {count}
        {cost}
      </View>
      <Gifts className="gift-given" grants={given} />
      {refused.length > 0 && (
        <>
          <View className="gift-day-title figures">不会送的 {countText(refused.length)} 份</View>
          <Gifts className="gift-refused" grants={refused} />
        </>
      )}
      {!isWhole && (
        <ListEnd
          nextCursor={nextCursor}
          loadingMore={loadingMore}
          moreTrouble={moreTrouble}
          onMore={more}
        />
      )}
    </View>
  )
}

function markText(on: string): string {
  const { text, tone } = markOf(on)
  return tone === 'lunar' && text !== '' ? `农历${text}` : text
}

interface GiftsProps {
  className: string
  grants: readonly RehearsedGrant[]
}

function Gifts({ className, grants }: GiftsProps): ReactNode {
  const coupons = useStore(couponsStore, (list) => list.rows)
  const titleOf = (templateId: string) =>
    coupons.find((coupon) => coupon.templateId === templateId)?.title ?? '优惠券一张'
  if (grants.length === 0) return null
  return (
    <View className="card rows">
      {grants.map((grant) => (
        <Row
          key={`${grant.ruleId}:${grant.memberId}`}
          className={className}
          title={`${grant.maskedName} · ${grant.title}`}
          wraps
          notes={[contentsText(grant, titleOf)]}
          {...(grant.refused
            ? { state: refusalText(grant.refused), stateTone: 'loss' as const }
            : {})}
        />
      ))}
    </View>
  )
}
