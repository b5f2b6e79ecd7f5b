import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import './line.scss'

interface LineProps {
  label: string
  value: string
  /** Said with more weight, e.g. the sum under some figures. */
  strong?: boolean
}

/** One figure with its name, as the pages behind the counter list them. */
export function Line({ label, value, strong = false }: LineProps): ReactNode {
  return (
    <View className={`line figures ${strong ? 'line-strong' : ''}`}>
      <Text className="line-label">{label}</Text>
      <Text className="line-value">{value}</Text>
    </View>
  )
}
