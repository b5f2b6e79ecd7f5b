import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { countText, momentText, sentenceText, signedPoints } from '../../format'
import type { MemberAccount } from '../account.store'

/** The last lines of her book, in the words that she reads herself. */
export function LastEntries({ account }: { account: MemberAccount }): ReactNode {
  return (
    <View className="card account-entries">
      <View className="card-title">最近流水</View>
      {account.entries.length === 0 && <View className="soft">还没有流水</View>}
      {account.entries.map((entry) => (
        <View key={entry.entryId} className="account-entry">
          <View className="account-entry-words">
            <View>{sentenceText(entry.sentence)}</View>
            <View className="soft figures">{momentText(entry.at)}</View>
          </View>
          <View className="account-entry-figures figures">
            <View className={entry.points > 0 ? 'account-gain' : ''}>
              {entry.points === 0 ? '0' : signedPoints(entry.points)}
            </View>
            <View className="soft">余 {countText(entry.balanceAfterPoints)}</View>
          </View>
        </View>
      ))}
    </View>
  )
}
