import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { countText, dayText, momentText, signedPoints } from '../../format'
import { Line } from '../../parts/line'
import type { Certificate } from '../books.store'

/** The certificate itself, as quiet as a document: the day, the verdict, the figures, the seal. */
export function Paper({ certificate }: { certificate: Certificate }): ReactNode {
  const { shopName, on, isBalanced, madeAt, opening, closing, hash } = certificate
  const wrongCount = certificate.findingCount + certificate.dayFindings.length
  return (
    <View className={`card paper ${isBalanced ? 'paper-fine' : 'paper-off'}`}>
      <View className="soft one-line">{shopName}</View>
      <View className="paper-title">积分账平证书</View>
      <View className="paper-day figures">{dayText(on)}</View>
      <View className="paper-verdict">
        {isBalanced ? '账平' : `发现 ${Math.max(wrongCount, 1)} 处不符`}
      </View>
      <View className="soft paper-words">
        {isBalanced
          ? '每位会员的余额都由流水逐笔重新算出，与账户完全一致'
          : '其余会员的余额与流水一致，不受影响'}
      </View>
      <Line label="核对会员" value={`${countText(certificate.memberCount)} 位`} />
      <Line label="逐笔读过" value={`${countText(certificate.readCount)} 笔`} />
      <Line label="当日流水" value={`${countText(certificate.entryCount)} 笔`} />
      <Line label="日初积分" value={`${countText(opening.balancePoints)} 分`} />
      <Line label="日终积分" value={`${countText(closing.balancePoints)} 分`} strong />
      <Line label="欠积分" value={`${countText(closing.debtPoints)} 分`} />
      <Line label="待到账" value={`${countText(closing.pendingPoints)} 分`} />
      {certificate.offPoints !== 0 && (
        <Line label="全店相差" value={`${signedPoints(certificate.offPoints)} 分`} strong />
      )}
      <View className="paper-seal">
        <View className="soft">出具于 {momentText(madeAt)}</View>
        <View className="soft figures paper-hash">封印 {shortHash(hash)}</View>
      </View>
    </View>
  )
}

/** Enough of the hash to be compared by eye. */
function shortHash(hash: string): string {
  return [hash.slice(0, 4), hash.slice(4, 8), hash.slice(8, 12), hash.slice(12, 16)].join(' ')
}
