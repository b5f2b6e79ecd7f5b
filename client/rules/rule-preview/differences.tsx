import type { RuleDifference } from '@shared/rules/rule-draft'
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { sentenceText } from '../../format'
import './differences.scss'

interface DifferencesProps {
  title: string
  differences: readonly RuleDifference[]
  /** What to say when there are none. */
  otherwise?: string
}

/** What one version changes of another: before, and after. */
export function Differences(props: DifferencesProps): ReactNode {
  const { title, differences, otherwise = '没有改动' } = props
  return (
    <View className="card differences">
      <View className="card-title">{title}</View>
      {differences.length === 0 && <View className="soft">{otherwise}</View>}
      {differences.map(({ name, label, before, after }) => (
        <View key={name} className="difference figures">
          <View className="difference-label">{label}</View>
          <View className="difference-figures">
            <Text className="difference-before">{sentenceText(before)}</Text>
            <Text className="difference-arrow">→</Text>
            <Text className="difference-after">{sentenceText(after)}</Text>
          </View>
        </View>
      ))}
    </View>
  )
}
