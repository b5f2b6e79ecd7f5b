import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { countText, momentText, yuanText } from '../../format'
import { Line } from '../../parts/line'
import type { SignedClosing } from '../closing.store'
import { differenceText, othersText, receiptText, uncountedText } from '../closing-words'
import './cards.scss'

const SHOWN_RECEIPTS = 10

/** The day as it was signed: nobody changes it any more. */
export function SignedCard({ signed }: { signed: SignedClosing }): ReactNode {
  const { till, differences, receiptDifferences, note, staffName, signedAt } = signed
  const agrees = differences.length === 0
  return (
    <View className="card closing-signed">
      <View className={`closing-seal ${agrees ? 'closing-seal-even' : 'closing-seal-odd'}`}>
        {agrees ? '对账一致 · 已日结' : '有差异 · 已日结'}
      </View>
      <Line label="签字" value={`${staffName} ${momentText(signedAt)}`} strong />
      <Line
        label="收银机"
        value={`${countText(till.receiptCount)} 笔 ¥${yuanText(till.amountFen)}`}
      />
      <Line label="非会员" value={othersText(till)} />
      {till.footfallCount !== null && (
        <Line label="进店人数" value={`${countText(till.footfallCount)} 人`} />
      )}
      {uncountedText(till) !== null && (
        <View className="soft closing-uncounted">{uncountedText(till)}</View>
      )}
      {differences.map((one) => (
        <View key={one.figure} className="closing-odd">
          {differenceText(one)}
        </View>
      ))}
      {receiptDifferences.slice(0, SHOWN_RECEIPTS).map((one) => (
        <View key={`${one.receiptNo}:${one.tillFen}:${one.ourFen}`} className="soft">
          小票 {receiptText(one)}
        </View>
      ))}
      {receiptDifferences.length > SHOWN_RECEIPTS && (
        <View className="soft">
          还有 {receiptDifferences.length - SHOWN_RECEIPTS} 张，店长在“以往的日结”里可以导出来看
        </View>
      )}
      {note !== null && <View className="closing-note">说明：{note}</View>}
    </View>
  )
}
