import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { Problem } from '../import.store'
import './problem-rows.scss'

/** What is wrong with a file, row by row, in its order. */
export function ProblemRows({ problems }: { problems: readonly Problem[] }): ReactNode {
  return problems.map(({ rowNo, sentence, content }) => (
    <View key={rowNo} className="import-problem">
      <View className="import-row figures">第 {rowNo} 行</View>
      <View className="import-why">
        {sentence}
        {content && <View className="soft import-content figures">{content}</View>}
      </View>
    </View>
  ))
}
