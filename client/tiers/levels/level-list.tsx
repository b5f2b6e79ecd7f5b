import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon } from '../../parts/icon'
import { type RightRow, rightsOf, stateOf, stateTexts } from '../tier-rows'
import type { MyTier, TierRow } from '../tiers.store'

interface LevelListProps {
  tiers: readonly TierRow[]
  mine: MyTier
  onRight(right: RightRow): void
}

/** All levels, side by side to be swiped: what each takes and gives. */
export function LevelList({ tiers, mine, onRight }: LevelListProps): ReactNode {
  return (
    <View className="levels-list">
      {tiers.map((tier) => (
        <Level key={tier.tierId} tier={tier} mine={mine} onRight={onRight} />
      ))}
    </View>
  )
}

interface LevelProps extends Pick<LevelListProps, 'mine' | 'onRight'> {
  tier: TierRow
}

function Level({ tier, mine, onRight }: LevelProps): ReactNode {
  const { tierId, title, thresholdText } = tier
  const state = stateOf(tier, mine)
  const rights = rightsOf(tier, mine)
  return (
    <View className={`card levels-level levels-level-${tierId} levels-level-${state}`}>
      <View className="levels-level-head">
        <View className={`levels-badge levels-${tierId}`}>{title}</View>
        <Text className="soft">{stateTexts[state]}</Text>
      </View>
      <View className="levels-threshold figures">{thresholdText}</View>
      {rights.length === 0 && <View className="soft">到店消费照常积分</View>}
      {rights.map((right) => (
        <View
          key={right.title}
          className={`levels-right ${right.isLocked ? 'levels-right-locked' : ''}`}
          role="button"
          hoverClass="touched"
          onClick={() => onRight(right)}
        >
          <Icon name={right.isLocked ? 'notice' : 'check'} size={40} />
          <View className="levels-right-words">
            <View className="figures">{right.title}</View>
            {right.isLocked && <View className="soft">{right.text}</View>}
          </View>
          <Icon name="arrow" size={32} />
        </View>
      ))}
    </View>
  )
}
