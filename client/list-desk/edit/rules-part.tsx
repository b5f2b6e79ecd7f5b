import type { BelowThreshold, ListPayment, ShortageMethod } from '@shared/lists/list'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Chips } from '../../parts/chips'
import { Field } from '../../parts/field'
import { type } from '../draft.store'
import type { PlanForm } from '../plan-form'

const payments = [
  { value: 'atPickup', label: '自提时付' },
  { value: 'toOwner', label: '付给团长' },
  { value: 'online', label: '微信支付' },
] as const
const belows = [
  { value: 'extend', label: '延长一天' },
  { value: 'deliver', label: '照常发货' },
  { value: 'release', label: '取消' },
] as const
const shortages = [
  { value: 'byNumber', label: '按序号' },
  { value: 'byTier', label: '等级高的先' },
] as const

/** What is promised with it: once somebody has joined, it stays as it is. */
export function RulesPart({ form }: { form: PlanForm }): ReactNode {
  return (
    <View className="card">
      <View className="card-title">怎么付、怎么分</View>
      <View className="form-label">付款</View>
      <Chips<ListPayment>
        name="payment"
        label="付款"
        chips={payments}
        chosen={[form.payment]}
        onTap={(payment) => type({ payment })}
      />
      <Field
        name="threshold"
        label="满几份成团"
        reads="count"
        value={form.threshold}
        placeholder="不填就是有人接就成"
        onChange={(threshold) => type({ threshold })}
      />
      {form.threshold.trim() !== '' && (
        <>
          <View className="form-label">没到怎么办</View>
          <Chips<BelowThreshold>
            name="below"
            label="没到怎么办"
            chips={belows}
            chosen={[form.below]}
            onTap={(below) => type({ below })}
          />
        </>
      )}
      <View className="form-label">到货不够先给谁</View>
      <Chips<ShortageMethod>
        name="shortage"
        label="到货不够先给谁"
        chips={shortages}
        chosen={[form.shortage]}
        onTap={(shortage) => type({ shortage })}
      />
      <View className="soft">这些会写在接龙页上，发布后就按这些来</View>
    </View>
  )
}
