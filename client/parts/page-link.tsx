import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { ReactNode } from 'react'
import './page-link.scss'

interface PageLinkProps {
  className: string
  url: string
  children: string
}

/** A few words that lead to another page, e.g. to what was before. */
export function PageLink({ className, url, children }: PageLinkProps): ReactNode {
  return (
    <View
      className={`page-link ${className}`}
      role="button"
      hoverClass="touched"
      onClick={() => Taro.navigateTo({ url })}
    >
      {children}
    </View>
  )
}
