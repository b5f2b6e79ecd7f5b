import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Chips } from '../../parts/chips'
import type { FormPartProps } from './form-part'

/** The group that a coupon is in when none is named: that of its kind's place on the bill. */
const OWN = 'own'
const groups = [
  { value: OWN, label: '同类券只用一张' },
  { value: 'group-a', label: '叠加 A 组' },
  { value: 'group-b', label: '叠加 B 组' },
  { value: 'group-c', label: '叠加 C 组' },
]

/** Whether it goes with others on one bill, and whether a friend may have it. */
export function UsePart({ form, onChange }: FormPartProps): ReactNode {
  const { stackGroup, transferable } = form
  const chosen = stackGroup ?? OWN
  const isNamed = groups.some(({ value }) => value === chosen)
  const chips = isNamed ? groups : [...groups, { value: chosen, label: `分组 ${chosen}` }]
  return (
    <View className="card">
      <View className="card-title">叠加与转赠</View>
      <Chips
        name="stack"
        label="叠加"
        chips={chips}
        chosen={[chosen]}
        onTap={(group) => onChange({ stackGroup: group === OWN ? null : group })}
      />
      <View className="soft form-hint">同一组的券，一笔账单只用一张；不同组的可以一起用</View>
      <Chips
        name="transfer"
        label="转赠"
        chips={[
          { value: 'no', label: '不能转赠' },
          { value: 'once', label: '可以转赠一次' },
        ]}
        chosen={[transferable ? 'once' : 'no']}
        onTap={(value) => onChange({ transferable: value === 'once' })}
      />
    </View>
  )
}
