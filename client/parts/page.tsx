import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { textClass, textSizeStore } from '../session/text-size.store'
import { PayStandIn } from './pay-stand-in'
import { PermitStandIn } from './permit-stand-in'

interface PageProps {
  /** A stable name for walks, e.g. `redemption-page`. */
  className?: string
  /** What a walk reads of the page, e.g. `{ 'data-ticket': ticket }`. */
  marks?: Readonly<Record<`data-${string}`, string>>
  /** It fills the screen to its edges and lays itself out, as the till does. */
  full?: boolean
  children: ReactNode
}

/** The ground of every page, in the size of text that its reader wants. */
export function Page({ className = '', marks = {}, full = false, children }: PageProps): ReactNode {
  const size = useStore(textSizeStore, textClass)
  return (
    <View className={`${full ? 'full-page' : 'page'} ${size} ${className}`} {...marks}>
      {children}
      <PermitStandIn />
      <PayStandIn />
    </View>
  )
}
