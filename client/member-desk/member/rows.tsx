import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { countText, dayText, momentText, yuanText } from '../../format'
import { Row } from '../../parts/row'
import { open, routes } from '../../routes'
import type { ShownMember } from '../member.store'
import { boughtText, giftText, purchaseText, redemptionText } from '../member-words'

interface Part {
  member: ShownMember
}

interface ListCardProps {
  name: string
  title: string
  note?: string
  empty: string
  rows: readonly ReactNode[]
}

function ListCard({ name, title, note, empty, rows }: ListCardProps): ReactNode {
  return (
    <View className={`card member-list ${name}`}>
      <View className="card-title">{title}</View>
      {note && <View className="soft figures">{note}</View>}
      {rows.length === 0 && <View className="soft">{empty}</View>}
      {rows}
    </View>
  )
}

/** The last ones; a tap opens one, where it can be refunded. */
export function Purchases({ member }: Part): ReactNode {
  const hasBought = member.boughtCount > 0
  return (
    <ListCard
      name="member-purchases"
      title="消费"
      {...(hasBought ? { note: boughtText(member) } : {})}
      empty="还没有消费"
      rows={member.purchases.map((purchase) => {
        const { purchaseId, storeName, settledAt, receiptNo, paidFen, state } = purchase
        const receipt = receiptNo ? ` · 小票 ${receiptNo}` : ''
        return (
          <Row
            key={purchaseId}
            className="member-purchase"
            title={storeName}
            notes={[`${momentText(settledAt)}${receipt}`]}
            figure={`¥${yuanText(paidFen)}`}
            state={purchaseText(purchase)}
            stateTone={state === 'settled' ? 'gain' : 'loss'}
            {...(state === 'refunded'
              ? { figureTone: 'struck' }
              : { onOpen: () => open(routes.refund, { purchaseId }) })}
          />
        )
      })}
    />
  )
}

export function Coupons({ member }: Part): ReactNode {
  return (
    <ListCard
      name="member-coupons"
      title="可用优惠券"
      empty="没有可用的优惠券"
      rows={member.coupons.map(({ couponId, title, face, sentence, state, expiresOn }) => (
        <Row
          key={couponId}
          className="member-coupon"
          title={title}
          notes={[sentence, `有效期至${dayText(expiresOn)}`]}
          figure={face}
          {...(state === 'held' ? { state: '使用中' } : {})}
        />
      ))}
    />
  )
}

export function Redemptions({ member }: Part): ReactNode {
  return (
    <ListCard
      name="member-redemptions"
      title="兑换"
      empty="还没有兑换"
      rows={member.redemptions.map((redemption) => (
        <Row
          key={redemption.redemptionId}
          className="member-redemption"
          title={redemption.rewardTitle}
          notes={[momentText(redemption.redeemedAt)]}
          figure={`${countText(redemption.pricePoints)} 分`}
          state={redemptionText(redemption)}
          {...(redemption.state === 'waiting' ? { stateTone: 'open' } : {})}
        />
      ))}
    />
  )
}

export function Gifts({ member }: Part): ReactNode {
  return (
    <ListCard
      name="member-gifts"
      title="收到的礼"
      empty="还没有送过礼"
      rows={member.gifts.map((gift) => (
        <Row
          key={gift.giftId}
          className="member-gift"
          title={gift.title}
          notes={[momentText(gift.at)]}
          {...(gift.points > 0 ? { figure: `+${countText(gift.points)}` } : {})}
          state={giftText(gift)}
        />
      ))}
    />
  )
}
