import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { OutputAt } from '../../api'
import { countText } from '../../format'
import { BigButton } from '../../parts/button'
import { Icon } from '../../parts/icon'
import { goBack } from '../../routes'
import { deskStore } from '../../session/desk.store'
import { backToScan, isAboveTill } from '../../session/desk-pages'
import { tillStore } from '../../session/till.store'
import { OldPoints } from './found'

/** The points are hers; the till below goes on with what she has now. */
export function Claimed({
  answer,
}: {
  answer: OutputAt<'openings.claimOpeningAtDesk'>
}): ReactNode {
  const { maskedName, balancePoints } = answer
  const backToTill = isAboveTill()
  const next = () => {
    if (backToTill) {
      tillStore.getState().noteReceived(answer)
      goBack()
      return
    }
    deskStore.getState().askNext(true)
    backToScan()
  }
  return (
    <>
      <View className="card old-card-claimed">
        <View className="old-card-seal">
          <Icon name="check" size={72} />
        </View>
        <View className="card-title one-line">已转给 {maskedName}</View>
        <OldPoints of={answer} />
        <View className="old-card-balance figures">现在可用 {countText(balancePoints)} 积分</View>
      </View>
      <BigButton className="old-card-next" onTap={next}>
        {backToTill ? '返回收款' : '下一位'}
      </BigButton>
    </>
  )
}
