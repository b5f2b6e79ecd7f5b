import { View } from '@tarojs/components'
import Taro, { useDidShow, usePullDownRefresh, useUnload } from '@tarojs/taro'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { PageState } from '../../page-state'
import { Bones } from '../../parts/bone'
import { BigButton } from '../../parts/button'
import { Line } from '../../parts/line'
import { LinkRow, Row } from '../../parts/row'
import { open, routes } from '../../routes'
import { ForManagers } from '../../session/for-managers'
import { loadShop, type ShopFacts, type ShownStore, saveStore, shopStore } from '../shop.store'
import '../../parts/form.scss'
import './index.scss'
import { FactsEditor } from './facts-editor'

/** What members read of the shop, and its stores: the owner's to write, a manager's to read. */
export default function ShopFactsPage(): ReactNode {
  const shown = useStore(shopStore)
  useDidShow(() => {
    loadShop()
  })
  usePullDownRefresh(() => {
    loadShop().then(() => Taro.stopPullDownRefresh())
  })
  useUnload(() => saveStore.getState().close())
  return (
    <ForManagers className="shop-facts">
      {() => (
        <PageState shown={shown} skeleton={<Bones shape="row" count={5} />} onRetry={loadShop}>
          {(facts) => <Facts facts={facts} />}
        </PageState>
      )}
    </ForManagers>
  )
}

function Facts({ facts }: { facts: ShopFacts }): ReactNode {
  return (
    <>
      {facts.isOwner ? (
        // Another revision is another form.
        <FactsEditor key={facts.revision} facts={facts} />
      ) : (
        <FactsRead facts={facts} />
      )}
      <View className="form-label">门店</View>
      <View className="card rows shop-stores">
        {facts.stores.map((store) => (
          <StoreRow key={store.storeId} store={store} />
        ))}
      </View>
      {facts.isOwner && (
        <BigButton className="store-new" tone="quiet" onTap={() => open(routes.shopStore)}>
          添加门店
        </BigButton>
      )}
      <View className="card rows">
        <LinkRow
          className="shop-changes-link"
          title="修改记录"
          note="谁在什么时候改了什么"
          onOpen={() => open(routes.shopChanges)}
        />
      </View>
    </>
  )
}

function FactsRead({ facts }: { facts: ShopFacts }): ReactNode {
  const { name, slogan, notice } = facts
  return (
    <View className="card">
      <Line label="店名" value={name} strong />
      <Line label="一句话介绍" value={slogan || '还没有'} />
      <Line label="公告" value={notice || '没有公告'} />
      <View className="soft facts-owner">店名、介绍和公告由店主填写</View>
    </View>
  )
}

function StoreRow({ store }: { store: ShownStore }): ReactNode {
  const { storeId, name, address, isManaged } = store
  const lacks = lackingIn(store)
  return (
    <Row
      className="shop-store"
      marks={{ 'data-store': storeId }}
      icon="store"
      title={name}
      wraps
      notes={[store.hours || '还没有营业时间', ...(address ? [address] : [])]}
      {...(lacks ? { state: lacks, stateTone: 'open' } : {})}
      {...(isManaged ? { leads: true, onOpen: () => open(routes.shopStore, { storeId }) } : {})}
    />
  )
}

/** What a member would look for and not find. */
function lackingIn({ phone, place }: ShownStore): string | null {
  if (phone === '') return place ? '缺电话' : '缺电话、位置'
  return place ? null : '缺位置'
}
