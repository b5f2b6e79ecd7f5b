import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { textSizeStore } from '../../session/text-size.store'

/** 大字版: larger words on every page, kept on this phone. */
export function LargeText(): ReactNode {
  const { isLarge, choose } = useStore(textSizeStore)
  return (
    <View className="card me-rows">
      <View
        className="me-row large-text"
        role="switch"
        aria-checked={isLarge}
        aria-label="大字版"
        hoverClass="touched"
        onClick={() => choose(!isLarge)}
      >
        <Text className="large-text-sign">大</Text>
        <Text className="me-row-title">大字版</Text>
        <Text className="me-row-note">{isLarge ? '已打开' : '已关闭'}</Text>
        <View className={`switch ${isLarge ? 'switch-on' : ''}`} />
      </View>
    </View>
  )
}
