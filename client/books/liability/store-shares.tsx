import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { countText, signedPoints } from '../../format'
import type { LiabilityReport } from '../books.store'

/** Whose points were spent where; points of no store need no clearing. */
export function StoreClearing({ report }: { report: LiabilityReport }): ReactNode {
  const names = new Map(report.storeNames.map(({ storeId, name }) => [storeId, name]))
  const rows = report.clearing.filter(({ issuedBy }) => issuedBy !== null)
  if (rows.length === 0) return null
  const nameOf = (storeId: string | null) => names.get(storeId ?? '') ?? storeId
  const isAnyWaiting = rows.some(({ spentAt }) => spentAt === null)
  return (
    <View className="card">
      <View className="card-title">门店之间</View>
      {rows.map(({ issuedBy, spentAt, points }) => (
        <View key={`${issuedBy} ${spentAt}`} className="store-share figures">
          <View className="store-share-name">
            {nameOf(issuedBy)}发放，{spentAt === null ? '商城待自提' : `在${nameOf(spentAt)}使用`}
          </View>
          <View className="store-share-points">
            {spentAt === null ? signedPoints(points) : countText(points)}
          </View>
        </View>
      ))}
      {isAnyWaiting && (
        <View className="soft">
          商城兑换的礼品，在哪家门店自提，就算在哪家使用；待自提是这段时间里的增减
        </View>
      )}
    </View>
  )
}

/** What each store issued beside what was spent there, for clearing between stores. */
export function StoreShares({ report }: { report: LiabilityReport }): ReactNode {
  const { stores, storeNames } = report
  if (stores.length === 0) return null
  const names = new Map(storeNames.map(({ storeId, name }) => [storeId, name]))
  return (
    <View className="card">
      <View className="card-title">门店发放与使用</View>
      <View className="store-share soft">
        <View className="store-share-name">门店</View>
        <View className="store-share-points">发放</View>
        <View className="store-share-points">使用</View>
      </View>
      {stores.map(({ storeId, issuedPoints, spentPoints }) => (
        <View key={storeId ?? ''} className="store-share figures">
          <View className="store-share-name one-line">
            {storeId === null ? '不属门店' : (names.get(storeId) ?? storeId)}
          </View>
          <View className="store-share-points">{countText(issuedPoints)}</View>
          <View className="store-share-points">{countText(spentPoints)}</View>
        </View>
      ))}
      {stores.some(({ storeId }) => storeId === null) && (
        <View className="soft">不属门店的，是礼包，和商城里还没自提的</View>
      )}
    </View>
  )
}
