import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { textClass, textSizeStore } from '../session/text-size.store'

interface PageProps {
  /** A stable name for walks, e.g. `redemption-page`. */
  className?: string
  children: ReactNode
}

/** The ground of every page, in the size of text that its reader wants. */
export function Page({ className = '', children }: PageProps): ReactNode {
  const size = useStore(textSizeStore, textClass)
  return <View className={`page ${size} ${className}`}>{children}</View>
}
