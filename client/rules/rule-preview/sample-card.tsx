import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { effectRowsOf, sampleBill, sampleTitle } from '../rule-words'
import type { RulePreview } from '../rules.store'

/** One sample purchase: what it brings now, and what it would bring. */
export function SampleCard({ sample }: { sample: RulePreview['samples'][number] }): ReactNode {
  return (
    <View className={`card sample sample-${sample.name}`}>
      <View className="card-title">{sampleTitle(sample)}</View>
      <View className="soft figures">{sampleBill(sample)}</View>
      <View className="sample-row sample-head">
        <View className="sample-label" />
        <View className="sample-cell">现在</View>
        <View className="sample-cell">发布后</View>
      </View>
      {effectRowsOf(sample).map(({ label, before, after }) => (
        <View key={label} className="sample-row figures">
          <View className="sample-label">{label}</View>
          <View className="sample-cell">{before}</View>
          <View className={`sample-cell ${before === after ? '' : 'sample-changed'}`}>{after}</View>
        </View>
      ))}
    </View>
  )
}
