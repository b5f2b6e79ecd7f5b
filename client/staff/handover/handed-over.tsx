import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { OutputAt } from '../../api'
import { momentText } from '../../format'
import { BigButton } from '../../parts/button'
import { Icon } from '../../parts/icon'
import { goBack } from '../../routes'
import { deskStore } from '../../session/desk.store'
import { backToScan, isAboveTill } from '../../session/desk-pages'
import { Line } from './handover-form'

/** The reward is with its member; the record says when, where and by whom. */
export function HandedOver({ answer }: { answer: OutputAt<'mall.verifyPickup'> }): ReactNode {
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
    <View className="handed-over" data-pickup={answer.pickupCode}>
      <View className="handover-seal">
        <Icon name="check" size={72} />
      </View>
      <View className="handover-state">已自提</View>
      <View className="card handover-record">
        <Line label="礼品" value={answer.rewardTitle} />
        <Line label="会员" value={answer.maskedName} />
        <Line label="时间" value={momentText(answer.collectedAt)} />
        <Line label="门店" value={answer.storeName} />
        <Line label="经手" value={answer.staffName} />
      </View>
      <BigButton className="handover-next" onTap={next}>
        {backToTill ? '返回收款' : '下一位'}
      </BigButton>
    </View>
  )
}
