import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import '../parts/form.scss'

/** Why the field above will not do. */
export function Problem({ text }: { text: string | undefined }): ReactNode {
  if (!text) return null
  return (
    <View className="form-problem" role="alert">
      {text}
    </View>
  )
}
