import { AMOUNT_MAX_LENGTH } from '@shared/limits'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Chips } from '../../parts/chips'
import { Problem, TypedLine } from '../../parts/typed-line'
import type { RuleRow } from '../gift-rules.store'
import { leftText } from '../rule-words'
import { sceneRowOf, stackChips, stackWords, tierChips } from '../scene-table'
import type { FormPartProps } from './form-part'

const TAGS_LETTERS = 260

/** Whom it is for: tiers and tags, each of which limits nothing when it is empty. */
export function WhoPart({ form, problems, onChange }: FormPartProps): ReactNode {
  const { scene, tiers, tags } = form
  return (
    <View className="card">
      <View className="card-title">给谁</View>
      <View className="form-label">{sceneRowOf(scene).tiersLabel}</View>
      <Chips
        name="gift-tier"
        label="等级"
        chips={tierChips}
        chosen={tiers}
        several
        onTap={(tier) =>
          onChange({
            tiers: tiers.includes(tier) ? tiers.filter((one) => one !== tier) : [...tiers, tier],
          })
        }
      />
      <Problem text={problems['who.tiers']} />
      <View className="form-label">有其中一个标签的（不填就是所有人）</View>
      <TypedLine
        name="gift-tags"
        label="标签"
        value={tags}
        placeholder="例如：宝妈、老街坊"
        maxLength={TAGS_LETTERS}
        problem={problems['who.tags']}
        onChange={(words) => onChange({ tags: words })}
      />
    </View>
  )
}

/** Beside another gift of the day, out of which budget, and whether it gives at all. */
export function LimitsPart(props: FormPartProps & { row?: RuleRow }): ReactNode {
  const { form, problems, onChange } = props
  const { stack, isOn } = form
  return (
    <>
      <View className="card">
        <View className="card-title">同一天有别的礼</View>
        <Chips
          name="gift-stack"
          label="同一天有别的礼"
          chips={stackChips}
          chosen={[stack]}
          onTap={(policy) => onChange({ stack: policy })}
        />
        <View className="soft form-hint">{stackWords[stack]}</View>
        <Problem text={problems.stack} />
      </View>
      <BudgetPart {...props} />
      <View className="card">
        <View className="card-title">开关</View>
        <Chips
          name="gift-switch"
          label="开关"
          chips={switchChips}
          chosen={[isOn ? 'on' : 'off']}
          onTap={(chosen) => onChange({ isOn: chosen === 'on' })}
        />
        <View className="soft form-hint">
          {isOn ? '发布之后就开始送' : '发布之后停送；已经送出的不收回'}
        </View>
      </View>
    </>
  )
}

const switchChips = [
  { value: 'on', label: '开着' },
  { value: 'off', label: '停用' },
] as const

function BudgetPart({ form, problems, row, onChange }: FormPartProps & { row?: RuleRow }) {
  const { totalCount, dayCount } = form
  const left = row && leftText(row)
  return (
    <View className="card">
      <View className="card-title">预算</View>
      <TypedLine
        name="gift-total-count"
        label="一共几份"
        value={totalCount}
        placeholder="不填就是不限"
        type="number"
        maxLength={AMOUNT_MAX_LENGTH}
        problem={problems['budget.totalCount']}
        onChange={(count) => onChange({ totalCount: count })}
      />
      <TypedLine
        name="gift-day-count"
        label="每天几份"
        value={dayCount}
        placeholder="不填就是不限"
        type="number"
        maxLength={AMOUNT_MAX_LENGTH}
        problem={problems['budget.dayCount']}
        onChange={(count) => onChange({ dayCount: count })}
      />
      <View className="soft form-hint figures">
        {left ? `${left}。` : ''}送完就不再送，来晚的会员会看到“这份礼已经送完了”
      </View>
    </View>
  )
}
