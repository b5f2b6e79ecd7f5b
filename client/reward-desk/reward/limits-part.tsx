import { tierIds, tierNames } from '@shared/tiers/tier'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { dayText } from '../../format'
import { Chips } from '../../parts/chips'
import { PickLine } from '../../parts/pick-line'
import { Problem, TypedLine } from '../../parts/typed-line'
import type { RewardForm } from '../reward-form'
import type { FormPartProps } from './form-part'

const tiers = [
  { value: 'any' as const, label: '所有会员' },
  ...tierIds.map((tier) => ({ value: tier, label: `${tierNames[tier]}及以上` })),
]

/** Who may have it, and how many. */
export function LimitsPart({ form, problems, onChange }: FormPartProps): ReactNode {
  return (
    <View className="card">
      <View className="card-title">谁能换，换几份</View>
      <Chips<RewardForm['tierFrom']>
        name="reward-tier"
        label="会员等级"
        chips={tiers}
        chosen={[form.tierFrom]}
        onTap={(tierFrom) => onChange({ tierFrom })}
      />
      <TypedLine
        name="reward-limit"
        label="每人限兑"
        value={form.limit}
        placeholder="一共几份"
        type="number"
        maxLength={3}
        problem={problems.limit}
        onChange={(limit) => onChange({ limit })}
      />
      <TypedLine
        name="reward-day-limit"
        label="每人每天限兑"
        value={form.dayLimit}
        placeholder="不填就是不限"
        type="number"
        maxLength={3}
        problem={problems.dayLimit}
        onChange={(dayLimit) => onChange({ dayLimit })}
      />
    </View>
  )
}

/** When it is there, where it stands, and whether it is there at all. */
export function ShelfPart({ form, problems, onChange }: FormPartProps): ReactNode {
  const { saleFromOn, saleUntilOn, isOnShelf } = form
  const hasDates = saleFromOn !== '' || saleUntilOn !== ''
  return (
    <View className="card">
      <View className="card-title">上架</View>
      <Chips<'on' | 'off'>
        name="reward-shelf"
        label="上架"
        chips={[
          { value: 'on', label: '上架' },
          { value: 'off', label: '先不上架' },
        ]}
        chosen={[isOnShelf ? 'on' : 'off']}
        onTap={(chosen) => onChange({ isOnShelf: chosen === 'on' })}
      />
      <PickLine
        name="reward-from"
        mode="date"
        label="开始日期"
        value={saleFromOn}
        shown={saleFromOn === '' ? '随时' : dayText(saleFromOn)}
        onChange={(on) => onChange({ saleFromOn: on })}
      />
      <PickLine
        name="reward-until"
        mode="date"
        label="截止日期"
        value={saleUntilOn}
        shown={saleUntilOn === '' ? '长期' : dayText(saleUntilOn)}
        start={saleFromOn}
        onChange={(on) => onChange({ saleUntilOn: on })}
      />
      <Problem text={problems.saleUntilOn} />
      {hasDates && (
        <View
          className="reward-undated"
          role="button"
          hoverClass="touched"
          onClick={() => onChange({ saleFromOn: '', saleUntilOn: '' })}
        >
          不限日期
        </View>
      )}
      <TypedLine
        name="reward-order"
        label="排序"
        value={form.order}
        placeholder="数字小的排在前面"
        type="number"
        maxLength={4}
        problem={problems.order}
        onChange={(order) => onChange({ order })}
      />
    </View>
  )
}
