import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { Trouble } from '../reading'
import './list-end.scss'

interface ListEndProps {
  nextCursor: string | null
  loadingMore: boolean
  moreTrouble: Trouble | null
  onMore(): void
}

/** Under the last row: more to come, a page that did not come, or the end. */
export function ListEnd({ nextCursor, loadingMore, moreTrouble, onMore }: ListEndProps): ReactNode {
  if (nextCursor === null) return <View className="list-end">没有更多了</View>
  const text = loadingMore ? '正在加载…' : moreTrouble ? '没有加载出来，点此重试' : '查看更多'
  return (
    <View className="list-end list-more" hoverClass="touched" onClick={onMore}>
      {text}
    </View>
  )
}
