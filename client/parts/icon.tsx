import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import './icon.scss'

interface IconProps {
  /** A drawing in `assets/icons`, listed in icon.scss. */
  name: string
  /** Of 750 across the screen. */
  size?: number
}

/** A line drawing in the colour of the text around it; its meaning stands beside it in words. */
export function Icon({ name, size = 48 }: IconProps): ReactNode {
  return <View className={`icon icon-${name} icon-size-${size}`} aria-hidden />
}
