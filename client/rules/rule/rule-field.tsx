import type { FigureField } from '@shared/rules/figure-field'
import { unitWords } from '@shared/rules/rule-draft'
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { sentenceText } from '../../format'
import { Chips } from '../../parts/chips'
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
  const { name, label, unit, mayBeNone, hint, choices } = field
  if (choices)
    return <ChoiceField field={field} choices={choices} value={value} onChange={onChange} />
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

interface ChoiceFieldProps extends Pick<RuleFieldProps, 'field' | 'value' | 'onChange'> {
  choices: readonly string[]
}

/** One of a few ways: what is kept is its place among them. */
function ChoiceField({ field, choices, value, onChange }: ChoiceFieldProps): ReactNode {
  const { name, label, hint } = field
  return (
    <View className={`rule-field rule-field-${name}`}>
      <View className="rule-choice-label">{label}</View>
      <Chips
        name={`rule-${name}`}
        label={label}
        chips={choices.map((words, place) => ({ value: String(place), label: words }))}
        chosen={[value]}
        onTap={onChange}
      />
      {hint && <View className="rule-hint">{hint}</View>}
    </View>
  )
}
