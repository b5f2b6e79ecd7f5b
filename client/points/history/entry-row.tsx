import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { countText, momentText, sentenceText, signedPoints } from '../../format'
import type { HistoryEntry } from '../points.store'

interface EntryRowProps {
  entry: HistoryEntry
  onOpen(entry: HistoryEntry): void
}

/** One line of the books: the sentence, when and where, what it did, what was left. */
export function EntryRow({ entry, onOpen }: EntryRowProps): ReactNode {
  const { sentence, at, storeName, points, balanceAfterPoints } = entry
  const when = momentText(at).slice(5)
  return (
    <View
      className="entry"
      data-kind={entry.kind}
      hoverClass="touched"
      role="button"
      onClick={() => onOpen(entry)}
    >
      <View className="entry-words">
        <View className="entry-sentence">{sentenceText(sentence)}</View>
        <View className="entry-when figures">{storeName ? `${when} · ${storeName}` : when}</View>
      </View>
      <View className="entry-figures figures">
        <View className={points > 0 ? 'entry-points entry-gain' : 'entry-points'}>
          {points === 0 ? '0' : signedPoints(points)}
        </View>
        <View className="entry-when">余 {countText(balanceAfterPoints)}</View>
      </View>
    </View>
  )
}
