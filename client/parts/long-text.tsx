import { Textarea, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import './long-text.scss'

interface LongTextProps {
  /** A stable name for walks, e.g. `rules-text`. */
  name: string
  label: string
  value: string
  placeholder: string
  maxLength: number
  onChange(value: string): void
}

/** Several lines to write in, with how many letters there are once they come near their bound. */
export function LongText(props: LongTextProps): ReactNode {
  const { name, label, value, placeholder, maxLength, onChange } = props
  const isNear = value.length > maxLength * 0.8
  return (
    <View className="long-text">
      <Textarea
        className={`long-text-box ${name}`}
        value={value}
        maxlength={maxLength}
        autoHeight
        placeholder={placeholder}
        placeholderClass="field-placeholder"
        aria-label={label}
        onInput={(event) => onChange(event.detail.value)}
      />
      {isNear && (
        <View className="long-text-count soft figures">
          {value.length} / {maxLength}
        </View>
      )}
    </View>
  )
}
