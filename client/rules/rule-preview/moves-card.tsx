import { tierTitles } from '@shared/tiers/tier'
import { Text, View } from '@tarojs/components'
import { type ReactNode, useEffect, useState } from 'react'
import { countText } from '../../format'
import { countMoves, type Moves, type RuleState } from '../rules.store'

/** Who would move by a draft of the levels: counted page by page, and said so while it goes on. */
export function MovesCard({ draft }: { draft: RuleState['figures'] }): ReactNode {
  const [moves, setMoves] = useState<Moves | null>(null)
  useEffect(() => {
    let isShown = true
    countMoves(draft, (counted) => {
      if (isShown) setMoves(counted)
      return isShown
    })
    return () => {
      isShown = false
    }
  }, [draft])
  return (
    <View className="card moves-card">
      <View className="card-title">谁的等级会变</View>
      {moves?.moves.map(({ from, to, count }) => (
        <View key={`${from} ${to}`} className="moves-row figures">
          <Text>
            {tierTitles[from]} → {tierTitles[to]}
          </Text>
          <Text>{countText(count)} 人</Text>
        </View>
      ))}
      {moves?.isWhole && moves.moves.length === 0 && <View>没有会员的等级会变</View>}
      <View className="soft figures">{progressText(moves)}</View>
    </View>
  )
}

function progressText(moves: Moves | null): string {
  if (!moves) return '正在统计…'
  const counted = `${countText(moves.memberCount)} 位会员`
  return moves.isWhole ? `已统计全部 ${counted}` : `已统计 ${counted}，还在继续…`
}
