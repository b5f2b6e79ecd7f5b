import { unitWords } from '@shared/rules/rule-draft'
import type { FigureField } from '@shared/rules/rule-fields'
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { sentenceText } from '../../format'
import { FieldBox } from '../../parts/field'

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
        <FieldBox
          className="rule-input"
          label={label}
          type={isList ? 'text' : unit === 'fen' ? 'digit' : 'number'}
          value={value}
          maxLength={FIGURE_MAX_LENGTH}
          placeholder={mayBeNone ? '不限' : isList ? '没有' : '请填写'}
          onChange={onChange}
        />
        <Text className="rule-unit">{unitWords[unit].trim()}</Text>
      </View>
      {problem ? (
        <View className="rule-problem" role="alert">
          {sentenceText(problem)}
        </View>
      ) : (
        hint && <View className="rule-hint">{hint}</View>
      )}
    </View>
  )
}
