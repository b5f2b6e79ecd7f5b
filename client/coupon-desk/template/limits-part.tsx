import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Chips } from '../../parts/chips'
import { TypedLine } from '../../parts/typed-line'
import type { FormPartProps } from './form-part'
import { HoursPart } from './hours-part'

interface LimitsPartProps extends FormPartProps {
  stores: readonly { storeId: string; name: string }[]
}

const weekdays = ['一', '二', '三', '四', '五', '六', '日'].map((name, place) => ({
  value: String(place + 1),
  label: `周${name}`,
}))
const CATEGORIES_LETTERS = 200

/** Where, when and for what it may be used; what is left empty limits nothing. */
export function LimitsPart(props: LimitsPartProps): ReactNode {
  const { form, problems, stores, onChange } = props
  const { storeIds, weekdays: days, categories } = form
  return (
    <View className="card">
      <View className="card-title">使用限制</View>
      {stores.length > 1 && (
        <>
          <View className="form-label">门店（都不选就是所有门店）</View>
          <Chips
            name="store"
            label="限哪些门店"
            several
            chips={stores.map(({ storeId, name }) => ({ value: storeId, label: name }))}
            chosen={storeIds}
            onTap={(storeId) => onChange({ storeIds: toggled(storeIds, storeId) })}
          />
        </>
      )}
      <View className="form-label">星期（都不选就是每天）</View>
      <Chips
        name="weekday"
        label="限星期几"
        several
        chips={weekdays}
        chosen={days}
        onTap={(day) => onChange({ weekdays: toggled(days, day) })}
      />
      <HoursPart {...props} />
      <TypedLine
        name="template-categories"
        label="商品分类"
        value={categories}
        placeholder="不限，或写：水果、蔬菜"
        maxLength={CATEGORIES_LETTERS}
        problem={problems.categories}
        onChange={(named) => onChange({ categories: named })}
      />
      {categories.trim() !== '' && (
        <View className="soft">限分类的券，收银时要逐行录入账单才能用</View>
      )}
    </View>
  )
}

function toggled(chosen: readonly string[], value: string): readonly string[] {
  return chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value]
}
