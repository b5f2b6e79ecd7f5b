import { Button } from '@tarojs/components'
import Taro from '@tarojs/taro'
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
      {...(process.env.TARO_ENV === 'h5' ? { onClick: sayWhere } : {})}
    >
      {children}
    </Button>
  )
}

/** A button that does nothing would leave her waiting. */
function sayWhere(): void {
  Taro.showModal({
    title: '请在微信里发',
    content: '浏览器里发不了卡片。在微信里点这个按钮，选一个群就发出去了',
    showCancel: false,
    confirmText: '知道了',
  })
}
