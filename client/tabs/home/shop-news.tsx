import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { ReactNode } from 'react'
import type { OutputAt } from '../../api'
import { ContactButton } from '../../parts/contact-button'
import { Icon } from '../../parts/icon'

type HomeStore = OutputAt<'members.home'>['shop']['stores'][number]

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
              {store.address !== '' && <View className="soft">{store.address}</View>}
              {store.hours !== '' && <View className="soft figures">{store.hours}</View>}
              <StoreWays store={store} />
            </View>
          </View>
        ))}
        <ContactButton className="home-contact" />
      </View>
    </>
  )
}

/** Its phone and its way there, one tap each, where the shop has told them. */
function StoreWays({ store }: { store: HomeStore }): ReactNode {
  const { name, address, phone, place } = store
  if (phone === '' && !place) return null
  return (
    <View className="store-ways">
      {phone !== '' && (
        <View
          className="store-way store-call"
          role="button"
          hoverClass="touched"
          onClick={() => quietly(Taro.makePhoneCall({ phoneNumber: phone }))}
        >
          打电话
        </View>
      )}
      {place && (
        <View
          className="store-way store-go"
          role="button"
          hoverClass="touched"
          onClick={() => quietly(Taro.openLocation({ ...place, name, address }))}
        >
          怎么走
        </View>
      )}
    </View>
  )
}

/** Whoever turns back from the phone's own sheet has done nothing wrong. */
function quietly(asked: Promise<unknown>): void {
  asked.catch(() => {})
}
