import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { momentText, pointsText, signedPoints } from '../../format'
import { open, routes } from '../../routes'
import type { HistoryEntry } from '../points.store'

/** One line of the books: the sentence, when and where, what it did, what was left. */
export function EntryRow({ entry }: { entry: HistoryEntry }): ReactNode {
  const { sentence, at, storeName, points, balanceAfterPoints, sourceId } = entry
  const isRedemption = entry.reason === 'redemption' || entry.reason === 'redemptionCancelled'
  const leads = isRedemption && sourceId !== null
  const follow = () => {
    if (isRedemption && sourceId) open(routes.redemption, { redemptionId: sourceId })
  }
  const when = momentText(at).slice(5)
  return (
    <View
      className="entry"
      data-kind={entry.kind}
      hoverClass={leads ? 'touched' : 'none'}
      onClick={follow}
    >
      <View className="entry-words">
        <View className="entry-sentence">{sentence}</View>
        <View className="entry-when figures">{storeName ? `${when} · ${storeName}` : when}</View>
      </View>
      <View className="entry-figures figures">
        <View className={points > 0 ? 'entry-points entry-gain' : 'entry-points'}>
          {points === 0 ? '0' : signedPoints(points)}
        </View>
        <View className="entry-when">余 {pointsText(balanceAfterPoints)}</View>
      </View>
    </View>
  )
}
