import type { ShownListState } from '@shared/lists/list'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import './list-state.scss'
import { listStateWords } from './list-words'

/** What became of a list, as a seal. */
export function ListState({ state }: { state: ShownListState }): ReactNode {
  return <View className={`list-state list-state-${state}`}>{listStateWords[state]}</View>
}
