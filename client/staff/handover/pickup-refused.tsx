import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { momentText } from '../../format'
import { BigButton } from '../../parts/button'
import { Icon } from '../../parts/icon'
import { backToScan } from '../../session/desk-pages'
import { Line } from './handover-form'

interface PickupRefusedProps {
  refused: { readonly code: string; readonly message: string; readonly detail: object }
  onRetry(): void
}

/** Why nothing is handed over; a used code says when, where and by whom it was used. */
export function PickupRefused({ refused, onRetry }: PickupRefusedProps): ReactNode {
  const { code, message, detail } = refused
  const again = code === 'OFFLINE' || code === 'BUSY' || code === 'INTERNAL'
  const used = ['PICKUP_USED', 'COUPON_USED', 'ENTRY_COLLECTED'].includes(code)
  return (
    <View className={`handed-over pickup-refused ${used ? 'pickup-used' : ''}`} role="alert">
      <View className="handover-seal handover-seal-no">
        <Icon name={code === 'OFFLINE' ? 'offline' : 'pickup'} size={72} />
      </View>
      <View className="handover-state">{message}</View>
      {used && <LastUse detail={detail} />}
      {again && (
        <View className="handover-again">
          <BigButton onTap={onRetry}>再试一次</BigButton>
        </View>
      )}
      <BigButton tone="quiet" className="handover-back" onTap={backToScan}>
        返回扫码
      </BigButton>
    </View>
  )
}

/** When, where and by whom; what is not known is not told. */
function LastUse({ detail }: { detail: object }): ReactNode {
  const facts: Partial<Record<string, unknown>> = { ...detail }
  const at = facts.collectedAt ?? facts.usedAt
  if (typeof at !== 'number') return null
  const { storeName, staffName } = facts
  return (
    <View className="card handover-record">
      <Line label="自提时间" value={momentText(at)} />
      {typeof storeName === 'string' && <Line label="门店" value={storeName} />}
      {typeof staffName === 'string' && <Line label="经手" value={staffName} />}
    </View>
  )
}
