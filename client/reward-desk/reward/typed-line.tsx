import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Field } from '../../parts/field'

interface TypedLineProps {
  /** A stable name for walks: `title` makes `reward-title`. */
  name: string
  label: string
  value: string
  placeholder: string
  type?: 'text' | 'number' | 'digit'
  maxLength: number
  problem: string | undefined
  onChange(value: string): void
}

/** A field of a reward, with what is wrong with it below. */
export function TypedLine({ name, problem, ...field }: TypedLineProps): ReactNode {
  return (
    <>
      <Field name={`reward-${name}`} {...field} />
      <Problem text={problem} />
    </>
  )
}

/** Why the field above will not do. */
export function Problem({ text }: { text: string | undefined }): ReactNode {
  if (!text) return null
  return (
    <View className="form-problem" role="alert">
      {text}
    </View>
  )
}
