import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import type { OutputAt } from '../../api'
import { Icon } from '../../parts/icon'
import { PageLink } from '../../parts/page-link'
import { StorePicker } from '../../parts/store-picker'
import { routes } from '../../routes'
import { currentStore, servingStore } from '../../session/serving.store'

/** Who serves where; who has several stores says once in which one she stands. */
export function DeskHead({ me }: { me: OutputAt<'staff.me'> }): ReactNode {
  const chosenStoreId = useStore(servingStore, (desk) => desk.chosenStoreId)
  const store = currentStore(me.stores, chosenStoreId)
  return (
    <View className="desk-head">
      <View className="desk-name one-line">{me.displayName}</View>
      <View className="desk-store soft">
        <Icon name="store" size={32} />
        <View className="desk-store-name one-line">{store?.name ?? '请选择本次服务的门店'}</View>
      </View>
      <StorePicker stores={me.stores} />
      <PageLink className="desk-store-code" to={routes.storeCode}>
        今天的签到码
      </PageLink>
    </View>
  )
}
