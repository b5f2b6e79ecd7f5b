import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { open, type Query, type Route } from '../routes'
import { Icon } from './icon'
import './page-link.scss'

interface PageLinkProps {
  className: string
  to: Route
  query?: Query
  children: string
}

/** A few words that lead to another page, e.g. to what was before. */
export function PageLink({ className, to, query, children }: PageLinkProps): ReactNode {
  return (
    <View
      className={`page-link ${className}`}
      role="button"
      hoverClass="touched"
      onClick={() => open(to, query)}
    >
      {children}
      <Icon name="arrow" size={32} />
    </View>
  )
}
