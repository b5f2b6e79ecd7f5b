import type { ReactNode } from 'react'
import { countText, momentText, sentenceText, signedPoints } from '../../format'
import { Row } from '../../parts/row'
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
    <Row
      className="entry"
      marks={{ 'data-kind': entry.kind }}
      title={sentenceText(sentence)}
      wraps
      notes={[storeName ? `${when} · ${storeName}` : when]}
      figure={points === 0 ? '0' : signedPoints(points)}
      {...(points > 0 ? { figureTone: 'gain' } : {})}
      state={`余 ${countText(balanceAfterPoints)}`}
      onOpen={() => onOpen(entry)}
    />
  )
}
