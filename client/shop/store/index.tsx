import { useDidShow, useRouter, useUnload } from '@tarojs/taro'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { Notice, PageState } from '../../page-state'
import { Bone } from '../../parts/bone'
import { ForManagers } from '../../session/for-managers'
import { loadShop, type ShopFacts, saveStore, shopStore } from '../shop.store'
import './index.scss'
import { StoreEditor } from './store-editor'

/** One store as members find it: that of `?storeId=`, or a new one. */
export default function ShopStorePage(): ReactNode {
  const { storeId } = useRouter().params
  const shown = useStore(shopStore)
  useDidShow(() => {
    if (shopStore.getState().data === null) loadShop()
  })
  useUnload(() => saveStore.getState().close())
  return (
    <ForManagers className="shop-store-page" skeleton={<Bone shape="hero" />}>
      {() => (
        <PageState shown={shown} skeleton={<Bone shape="hero" />} onRetry={loadShop}>
          {(facts) => <Store facts={facts} storeId={storeId} />}
        </PageState>
      )}
    </ForManagers>
  )
}

function Store({ facts, storeId }: { facts: ShopFacts; storeId: string | undefined }): ReactNode {
  const store = facts.stores.find((each) => each.storeId === storeId)
  if (storeId === undefined && facts.isOwner) return <StoreEditor facts={facts} store={null} />
  // Another revision is another form.
  if (store?.isManaged) return <StoreEditor key={facts.revision} facts={facts} store={store} />
  return <Notice icon="store" title="这家门店不由您负责" text="需要修改，请联系店主" />
}
