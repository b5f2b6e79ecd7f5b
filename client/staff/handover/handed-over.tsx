import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { momentText } from '../../format'
import { BigButton } from '../../parts/button'
import { Icon } from '../../parts/icon'
import { goBack } from '../../routes'
import { deskStore } from '../../session/desk.store'
import { backToScan, isAboveTill } from '../../session/desk-pages'
import { Line } from './handover-form'

interface HandOverRecord {
  code: string
  title: string
  maskedName: string
  at: number
  storeName: string
  staffName: string
}

interface HandedOverProps {
  record: HandOverRecord
  state?: string
}

/** The reward is with its member; the record says when, where and by whom. */
export function HandedOver({ record, state = '已核销' }: HandedOverProps): ReactNode {
  const backToTill = isAboveTill()
  const next = () => {
    if (backToTill) {
      goBack()
      return
    }
    deskStore.getState().askNext(true)
    backToScan()
  }
  return (
    <View className="handed-over" data-pickup={record.code}>
      <View className="handover-seal">
        <Icon name="check" size={72} />
      </View>
      <View className="handover-state">{state}</View>
      <View className="card handover-record">
        <Line label="礼品" value={record.title} />
        <Line label="会员" value={record.maskedName} />
        <Line label="时间" value={momentText(record.at)} />
        <Line label="门店" value={record.storeName} />
        <Line label="经手" value={record.staffName} />
      </View>
      <BigButton className="handover-next" onTap={next}>
        {backToTill ? '返回收款' : '下一位'}
      </BigButton>
    </View>
  )
}
