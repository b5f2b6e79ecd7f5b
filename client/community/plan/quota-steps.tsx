import { MAX_DROP_QUOTA } from '@shared/limits'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { FieldBox } from '../../parts/field'
import type { Plannable } from '../community.store'
import { quotaOf } from '../drop-form'

interface QuotaStepsProps {
  community: Plannable
  quota: number
  onChange(quota: number): void
}

const STEP_COUNT = 5

/** How many one community gets: by fives, or typed. None at all leaves it out. */
export function QuotaSteps({ community, quota, onChange }: QuotaStepsProps): ReactNode {
  const { name, storeName, boundAt } = community
  const note = quota === 0 ? '这次不发' : boundAt === null ? '还没绑定微信群' : storeName
  return (
    <View className="quota-line">
      <View className="quota-words">
        <View className="quota-name">{name}</View>
        <View className="soft">{note}</View>
      </View>
      <View className="quota-steps">
        <StepButton
          words={`${name}少发 ${STEP_COUNT} 张`}
          sign="−"
          onTap={() => onChange(Math.max(0, quota - STEP_COUNT))}
        />
        <FieldBox
          className="quota-typed"
          label={`${name}的张数`}
          reads="count"
          value={String(quota)}
          placeholder="0"
          onChange={(typed) => onChange(quotaOf(typed))}
        />
        <StepButton
          words={`${name}多发 ${STEP_COUNT} 张`}
          sign="+"
          onTap={() => onChange(Math.min(MAX_DROP_QUOTA, quota + STEP_COUNT))}
        />
      </View>
    </View>
  )
}

interface StepButtonProps {
  words: string
  sign: string
  onTap(): void
}

function StepButton({ words, sign, onTap }: StepButtonProps): ReactNode {
  return (
    <View
      className={`quota-step ${sign === '+' ? 'quota-more' : 'quota-fewer'}`}
      role="button"
      aria-label={words}
      hoverClass="touched"
      onClick={onTap}
    >
      {sign}
    </View>
  )
}
