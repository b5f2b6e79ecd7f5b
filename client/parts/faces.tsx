import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import './faces.scss'

const MOST_FACES = 5

/** The last who joined, as seals with the first letter of their names. */
export function Faces({ names }: { names: readonly string[] }): ReactNode {
  const shown = names.slice(0, MOST_FACES).map((name, place) => ({ name, key: `${place}-${name}` }))
  if (shown.length === 0) return null
  return (
    <View className="faces" aria-hidden>
      {shown.map(({ name, key }, place) => (
        <View key={key} className={`face face-${place}`}>
          {[...name][0] ?? '邻'}
        </View>
      ))}
    </View>
  )
}
