import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { MyTier } from '../tiers.store'

/** What her level is counted from, each with what it counts, and what one more purchase brings. */
export function Parts({ mine }: { mine: MyTier }): ReactNode {
  const { parts, oneMore, figures } = mine
  const isByMerit = parts.some(({ merit }) => merit !== null)
  return (
    <View className="card levels-parts">
      <View className="card-title">怎么算的</View>
      {parts.map(({ part, label, text, counts, merit, weightText }) => (
        <View key={part} className={`levels-part levels-part-${part}`}>
          <View className="levels-part-line">
            <Text className="levels-part-label">{label}</Text>
            <Text className="levels-part-figure figures">{text}</Text>
          </View>
          <View className="soft">{counts}</View>
          {merit !== null && (
            <View className="levels-part-line soft figures">
              <Text>{weightText}</Text>
              <Text>{merit} 分</Text>
            </View>
          )}
        </View>
      ))}
      {isByMerit && (
        <View className="levels-part-line levels-sum figures">
          <Text>合计得分</Text>
          <Text>{figures.measure} 分</Text>
        </View>
      )}
      {oneMore && <View className="levels-one-more figures">{oneMore.text}</View>}
    </View>
  )
}
