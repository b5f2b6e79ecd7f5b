import { Button } from '@tarojs/components'
import type { ReactNode } from 'react'
import './button.scss'

interface ShareButtonProps {
  children: ReactNode
  tone?: 'main' | 'quiet'
  /** A stable name for walks, e.g. `drop-share`. */
  className: string
}

/**
 * Hands the page's card to a chat: WeChat asks `useShareAppMessage` of the page what is on it. The
 * browser has no chat to hand it to.
 */
export function ShareButton({ children, tone = 'main', className }: ShareButtonProps): ReactNode {
  return (
    <Button
      className={`big-button big-button-${tone} ${className}`}
      openType="share"
      hoverClass="touched"
    >
      {children}
    </Button>
  )
}
