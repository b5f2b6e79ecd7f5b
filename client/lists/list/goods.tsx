import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { itemText, priceText, quantityText } from '../../parts/list-words'
import type { ListShown, ShownItem } from '../list.store'

/** What may be ordered: both prices, what is left, and how much is ordered already. */
export function Goods({ list }: { list: ListShown }): ReactNode {
  // What is left says something only to whoever may still join.
  const isOpen = list.state === 'running' || list.state === 'coming'
  return (
    <View className="card list-goods">
      <View className="card-title">这次有</View>
      {list.items.map((item) => (
        <Thing key={item.itemId} item={item} isOpen={isOpen} />
      ))}
    </View>
  )
}

function Thing({ item, isOpen }: { item: ShownItem; isOpen: boolean }): ReactNode {
  const { orderedQuantity, limitPerMember, unit } = item
  const notes = [
    ...(orderedQuantity > 0 ? [`已订 ${quantityText(orderedQuantity, unit)}`] : []),
    ...(limitPerMember === null ? [] : [`每人限 ${quantityText(limitPerMember, unit)}`]),
    ...(unit === 'jin' ? ['按实际重量结算'] : []),
  ]
  return (
    <View className="list-thing">
      <View className="list-thing-words">
        <View className="list-thing-name">{itemText(item)}</View>
        {notes.length > 0 && <View className="soft figures">{notes.join(' · ')}</View>}
        {isOpen && <Stock item={item} />}
      </View>
      <Prices item={item} />
    </View>
  )
}

function Stock({ item }: { item: ShownItem }): ReactNode {
  const { leftCount, unit, waitingCount } = item
  if (leftCount === null) return null
  const queue = waitingCount > 0 ? `，${waitingCount} 人在排队` : ''
  if (leftCount === 0) {
    return <View className="list-stock list-stock-none figures">抢完了{queue || '，可以排队'}</View>
  }
  return (
    <View className="list-stock figures">
      还剩 {quantityText(leftCount, unit)}
      {queue}
    </View>
  )
}

/** Both prices are there for everybody: who is no member yet sees what it would be. */
export function Prices({ item }: { item: ShownItem }): ReactNode {
  const { priceFen, memberPriceFen, unit } = item
  if (memberPriceFen === null) {
    return <View className="list-price figures">¥{priceText(priceFen, unit)}</View>
  }
  return (
    <View className="list-prices figures">
      <View className="list-price">
        <Text className="list-price-member">会员</Text>¥{priceText(memberPriceFen, unit)}
      </View>
      <View className="soft">非会员 ¥{priceText(priceFen, unit)}</View>
    </View>
  )
}
