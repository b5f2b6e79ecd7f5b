import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { pointsText } from '../../format'
import type { LiabilityReport } from '../books.store'

/** Whose points were spent where; points of no store need no clearing. */
export function StoreClearing({ report }: { report: LiabilityReport }): ReactNode {
  const names = new Map(report.storeNames.map(({ storeId, name }) => [storeId, name]))
  const rows = report.clearing.filter(({ issuedBy }) => issuedBy !== null)
  if (rows.length === 0) return null
  const placeOf = (storeId: string | null) =>
    storeId === null ? '商城' : (names.get(storeId) ?? storeId)
  return (
    <View className="card">
      <View className="card-title">门店之间</View>
      {rows.map(({ issuedBy, spentAt, points }) => (
        <View key={`${issuedBy} ${spentAt}`} className="store-share figures">
          <View className="store-share-name">
            {placeOf(issuedBy)}发放，在{placeOf(spentAt)}使用
          </View>
          <View className="store-share-points">{pointsText(points)}</View>
        </View>
      ))}
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
            {storeId === null ? '不属门店（礼包、商城）' : (names.get(storeId) ?? storeId)}
          </View>
          <View className="store-share-points">{pointsText(issuedPoints)}</View>
          <View className="store-share-points">{pointsText(spentPoints)}</View>
        </View>
      ))}
    </View>
  )
}
