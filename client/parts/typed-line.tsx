import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Field, type FieldProps } from './field'
import './form.scss'

/** A field of a form, with what is wrong with it below. */
export function TypedLine({
  problem,
  ...field
}: FieldProps & { problem: string | undefined }): ReactNode {
  return (
    <>
      <Field {...field} />
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
