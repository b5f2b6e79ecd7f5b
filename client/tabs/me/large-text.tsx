import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import '../../parts/row.scss'
import { textSizeStore } from '../../session/text-size.store'

/** 大字版: larger words on every page, kept on this phone. */
export function LargeText(): ReactNode {
  const { isLarge, choose } = useStore(textSizeStore)
  return (
    <View className="card rows">
      <View
        className="row large-text"
        role="switch"
        aria-checked={isLarge}
        aria-label="大字版"
        hoverClass="touched"
        onClick={() => choose(!isLarge)}
      >
        <View className="row-icon large-text-sign">大</View>
        <View className="row-words">大字版</View>
        <View className="row-state">{isLarge ? '已打开' : '已关闭'}</View>
        <View className={`switch ${isLarge ? 'switch-on' : ''}`} />
      </View>
    </View>
  )
}
