import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { countText, signedPoints } from '../../format'
import { Line } from '../../parts/line'
import type { LiabilityReport } from '../books.store'

/** Opening, what came, what went, closing; debt and pending stand apart. */
export function LiabilityLines({ report }: { report: LiabilityReport }): ReactNode {
  const { opening, closing, lines, breakagePoints, offPoints } = report
  const came = [
    ['消费获得', lines.purchasePoints],
    ['赠送', lines.giftPoints],
    ['期初导入', lines.openingImportPoints],
    ['退回', lines.returnedPoints],
    ['人工增加', lines.adjustedUpPoints],
    ['记为欠积分', lines.debtMadePoints],
    ['其他', lines.otherPoints],
    ['使用', -lines.spentPoints],
    ['过期', -lines.expiredPoints],
    ['退款扣回', -lines.clawedBackPoints],
    ['人工扣减', -lines.adjustedDownPoints],
    ['抵还欠积分', -lines.debtRepaidPoints],
  ] as const
  return (
    <>
      <View className="card">
        <Line label="期初积分" value={countText(opening.balancePoints)} strong />
        {came
          .filter(([, points]) => points !== 0)
          .map(([label, points]) => (
            <Line key={label} label={label} value={signedPoints(points)} />
          ))}
        <Line label="期末积分" value={countText(closing.balancePoints)} strong />
        {offPoints !== 0 && <Line label="对不上" value={signedPoints(offPoints)} strong />}
      </View>
      <View className="card">
        <Line label="待到账（另计）" value={countText(closing.pendingPoints)} />
        <Line label="会员欠积分（另计，不抵减）" value={countText(closing.debtPoints)} />
        <Line label="预计不再使用" value={countText(breakagePoints)} />
        {breakagePoints === 0 && (
          <View className="soft">满 12 个月的记录之前，不预估会有积分不再使用</View>
        )}
      </View>
    </>
  )
}
