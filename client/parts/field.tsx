import { Input, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import './field.scss'

interface FieldProps {
  /** A stable name for walks, e.g. `receipt-no`. */
  name: string
  label: string
  value: string
  placeholder: string
  maxLength?: number
  /** `number` brings up the digits alone, `digit` with the point. */
  type?: 'text' | 'number' | 'digit'
  onChange(value: string): void
}

/** One labelled line to type in. */
export function Field(props: FieldProps): ReactNode {
  const { name, label, value, placeholder, maxLength = 32, type = 'text', onChange } = props
  return (
    <View className="field">
      <View className="field-label">{label}</View>
      <Input
        className={`field-input figures ${name}`}
        type={type}
        value={value}
        maxlength={maxLength}
        placeholder={placeholder}
        placeholderClass="field-placeholder"
        aria-label={label}
        onInput={(event) => onChange(event.detail.value)}
      />
    </View>
  )
}
