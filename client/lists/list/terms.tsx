import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Line } from '../../parts/line'
import { belowWords, paymentWords, shortageWords } from '../../parts/list-words'
import type { ListShown } from '../list.store'

/** What was promised with it: where, how it is paid, who is served first. */
export function Terms({ list }: { list: ListShown }): ReactNode {
  const { pickupPoints, payment, shortage, threshold } = list
  return (
    <View className="card list-terms">
      <View className="card-title">怎么取、怎么付</View>
      {pickupPoints.map(({ pickupPointId, name, hours }) => (
        <View key={pickupPointId} className="list-point">
          <View className="list-point-name">{name}</View>
          {hours !== '' && <View className="soft figures">{hours}</View>}
        </View>
      ))}
      <Line label="付款" value={paymentWords[payment]} />
      {threshold && (
        <Line label="成团" value={`满 ${threshold.count} 份，${belowWords[threshold.below]}`} />
      )}
      <Line label="缺货" value={shortageWords[shortage]} />
    </View>
  )
}
