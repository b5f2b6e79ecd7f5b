import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { countText, momentText, sentenceText, signedPoints } from '../../format'
import { Row } from '../../parts/row'
import type { MemberAccount } from '../account.store'

/** The last lines of her book, in the words that she reads herself. */
export function LastEntries({ account }: { account: MemberAccount }): ReactNode {
  return (
    <View className="card account-entries">
      <View className="card-title">最近流水</View>
      {account.entries.length === 0 && <View className="soft">还没有流水</View>}
      {account.entries.map((entry) => (
        <Row
          key={entry.entryId}
          className="account-entry"
          title={sentenceText(entry.sentence)}
          wraps
          notes={[momentText(entry.at)]}
          figure={entry.points === 0 ? '0' : signedPoints(entry.points)}
          {...(entry.points > 0 ? { figureTone: 'gain' } : {})}
          state={`余 ${countText(entry.balanceAfterPoints)}`}
        />
      ))}
    </View>
  )
}
