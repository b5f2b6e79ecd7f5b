import { unitWords } from '@shared/rules/rule-draft'
import type { FigureField } from '@shared/rules/rule-fields'
import { Input, Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'

interface RuleFieldProps {
  field: FigureField
  value: string
  problem: string | null
  onChange(value: string): void
}

const FIGURE_MAX_LENGTH = 40

/** One figure of a rule: its name, what was typed, its unit, and what is to be known of it. */
export function RuleField({ field, value, problem, onChange }: RuleFieldProps): ReactNode {
  const { name, label, unit, mayBeNone, hint } = field
  const isList = unit === 'daysOfMonth'
  return (
    <View className={`rule-field rule-field-${name} ${problem ? 'rule-field-wrong' : ''}`}>
      <View className="rule-line">
        <View className="rule-label">{label}</View>
        <Input
          className="rule-input figures"
          type={isList ? 'text' : unit === 'fen' ? 'digit' : 'number'}
          value={value}
          maxlength={FIGURE_MAX_LENGTH}
          placeholder={mayBeNone ? '不限' : isList ? '没有' : '请填写'}
          placeholderClass="field-placeholder"
          aria-label={label}
          onInput={(event) => onChange(event.detail.value)}
        />
        <Text className="rule-unit">{unitWords[unit].trim()}</Text>
      </View>
      {problem ? (
        <View className="rule-problem" role="alert">
          {problem}
        </View>
      ) : (
        hint && <View className="rule-hint">{hint}</View>
      )}
    </View>
  )
}
