import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { OutputAt } from '../../api'
import { Icon } from '../../parts/icon'

/** The shop's notice and where its stores are. */
export function ShopNews({ shop }: { shop: OutputAt<'members.home'>['shop'] }): ReactNode {
  return (
    <>
      {shop.notice !== '' && (
        <View className="card news">
          <View className="news-icon">
            <Icon name="notice" size={40} />
          </View>
          <View className="news-text">{shop.notice}</View>
        </View>
      )}
      <View className="card">
        <View className="card-title">门店</View>
        {shop.stores.map((store) => (
          <View className="store-row" key={store.storeId}>
            <Icon name="store" size={40} />
            <View className="store-words">
              <View>{store.name}</View>
              <View className="soft">{store.address}</View>
              <View className="soft figures">{store.hours}</View>
            </View>
          </View>
        ))}
      </View>
    </>
  )
}
