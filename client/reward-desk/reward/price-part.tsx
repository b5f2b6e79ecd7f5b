import { AMOUNT_MAX_LENGTH } from '@shared/limits'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Chips } from '../../parts/chips'
import { TypedLine } from '../../parts/typed-line'
import type { RewardForm } from '../reward-form'
import type { FormPartProps } from './form-part'

const kinds = [
  { value: 'goods', label: '实物，到店自提' },
  { value: 'service', label: '服务，到店享用' },
] as const

/** What kind of thing it is, and what it costs. */
export function PricePart({ form, problems, onChange }: FormPartProps): ReactNode {
  return (
    <View className="card">
      <View className="card-title">怎么换</View>
      <Chips<RewardForm['kind']>
        name="reward-kind"
        label="种类"
        chips={kinds}
        chosen={[form.kind]}
        onTap={(kind) => onChange({ kind })}
      />
      <TypedLine
        name="reward-points"
        label="需要多少积分"
        value={form.points}
        placeholder="例如：500"
        type="number"
        maxLength={8}
        problem={problems.points}
        onChange={(points) => onChange({ points })}
      />
      <TypedLine
        name="reward-cash"
        label="另付多少元"
        value={form.cash}
        placeholder="不填就是只用积分"
        type="digit"
        maxLength={AMOUNT_MAX_LENGTH}
        problem={problems.cash}
        onChange={(cash) => onChange({ cash })}
      />
      <TypedLine
        name="reward-worth"
        label="店内售价"
        value={form.worth}
        placeholder="给会员比一比（可不填）"
        type="digit"
        maxLength={AMOUNT_MAX_LENGTH}
        problem={problems.worth}
        onChange={(worth) => onChange({ worth })}
      />
    </View>
  )
}
