import { Button } from '@tarojs/components'
import type { ReactNode } from 'react'
import { phone } from '../launch'
import { BigButton } from '../parts/button'

interface PhoneButtonProps {
  busy: boolean
  /** Null: WeChat gave none; she refused, or the shop has no quota (1400001). */
  onCode(code: string | null): void
  children: ReactNode
}

/** Chosen between two whole components: only WeChat knows her number. */
export const PhoneButton = process.env.TARO_ENV === 'h5' ? ViaGateway : ViaWechat

function ViaWechat({ busy, onCode, children }: PhoneButtonProps): ReactNode {
  return (
    <Button
      className={`big-button big-button-main phone-button ${busy ? 'big-button-busy' : ''}`}
      hoverClass={busy ? 'none' : 'touched'}
      openType="getPhoneNumber"
      onGetPhoneNumber={({ detail }) => {
        if (!busy) onCode(detail.code ?? null)
      }}
    >
      {children}
    </Button>
  )
}

/** The local cloud hands out codes as WeChat does. */
function ViaGateway({ busy, onCode, children }: PhoneButtonProps): ReactNode {
  const ask = async () => {
    const response = await fetch(`${window.location.origin}/phone/number`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(phone ? { 'x-openid': phone } : {}) },
      body: '{}',
    }).catch(() => null)
    const answer: unknown = response?.ok ? await response.json() : null
    const hasCode = typeof answer === 'object' && answer !== null && 'code' in answer
    onCode(hasCode && typeof answer.code === 'string' ? answer.code : null)
  }
  return (
    <BigButton className="phone-button" busy={busy} onTap={ask}>
      {children}
    </BigButton>
  )
}
