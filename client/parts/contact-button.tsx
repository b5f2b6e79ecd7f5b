import { Button } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { ReactNode } from 'react'
import './button.scss'

/** Opens a chat with the shop, which WeChat brings; the browser has none. */
export function ContactButton({ className }: { className: string }): ReactNode {
  return (
    <Button
      className={`big-button big-button-quiet ${className}`}
      openType="contact"
      hoverClass="touched"
      {...(process.env.TARO_ENV === 'h5' ? { onClick: sayWhere } : {})}
    >
      联系客服
    </Button>
  )
}

/** A button that does nothing would leave her waiting. */
function sayWhere(): void {
  Taro.showModal({
    title: '请在微信里联系',
    content: '浏览器里没有客服会话。在微信里点这个按钮，店里的客服会在聊天窗口回复您',
    showCancel: false,
    confirmText: '知道了',
  })
}
