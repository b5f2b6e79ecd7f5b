import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import './bone.scss'

/** A grey stand-in while content is on its way; skeletons are made of these. */
export function Bone({
  shape,
}: {
  shape: 'hero' | 'tile' | 'card' | 'row' | 'ticket' | 'code'
}): ReactNode {
  return <View className={`bone bone-${shape}`} />
}

/** Several alike, e.g. the eight rows of a history. */
export function Bones({ shape, count }: { shape: 'tile' | 'row' | 'ticket'; count: number }) {
  const places = Array.from({ length: count }, (_, place) => `${shape}-${place}`)
  return (
    <View className={`bones bones-${shape}`}>
      {places.map((place) => (
        <Bone key={place} shape={shape} />
      ))}
    </View>
  )
}
