import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { countText, dayText, momentText, sentenceText, signedPoints } from '../../format'
import { BigButton } from '../../parts/button'
import { Sheet } from '../../parts/sheet'
import { open, routes } from '../../routes'
import type { HistoryEntry } from '../points.store'

interface EntrySheetProps {
  entry: HistoryEntry | null
  onClose(): void
}

/** One entry opened: what it did to points of each last day, by which rule, and its source. */
export function EntrySheet({ entry, onClose }: EntrySheetProps): ReactNode {
  if (!entry) return null
  const { sentence, ruleSentence, at, points, sourceId, family } = entry
  return (
    <Sheet open title={`${points === 0 ? '0' : signedPoints(points)} 积分`} onClose={onClose}>
      <View className="entry-told">{sentenceText(sentence)}</View>
      <View className="entry-rule">{sentenceText(ruleSentence)}</View>
      <Changes entry={entry} />
      <View className="entry-moment figures">{momentText(at)}</View>
      {family === 'redemption' && sourceId && (
        <BigButton
          className="entry-source"
          tone="quiet"
          onTap={() => open(routes.redemption, { redemptionId: sourceId })}
        >
          查看这笔兑换
        </BigButton>
      )}
      {family === 'purchase' && sourceId && (
        <BigButton
          className="entry-source"
          tone="quiet"
          onTap={() => open(routes.purchase, { purchaseId: sourceId })}
        >
          查看这笔消费
        </BigButton>
      )}
      <BigButton className="entry-close" onTap={onClose}>
        知道了
      </BigButton>
    </Sheet>
  )
}

/** Lot by lot, then debt and promise, then what was left. */
function Changes({ entry }: { entry: HistoryEntry }): ReactNode {
  const { lotChanges, debtChangePoints, pendingChangePoints } = entry
  const { balanceAfterPoints, debtAfterPoints } = entry
  return (
    <View className="entry-sums">
      {lotChanges.map(({ expiresOn, points }) => (
        <Change
          key={`${expiresOn}:${points}`}
          words={`${dayText(expiresOn)}到期的积分`}
          figure={signedPoints(points)}
        />
      ))}
      {pendingChangePoints !== 0 && (
        <Change words="待到账" figure={signedPoints(pendingChangePoints)} />
      )}
      {debtChangePoints !== 0 && (
        <Change
          words={debtChangePoints > 0 ? '记为欠积分' : '抵还欠积分'}
          figure={countText(Math.abs(debtChangePoints))}
        />
      )}
      <Change words="之后可用" figure={countText(balanceAfterPoints)} />
      {debtAfterPoints > 0 && <Change words="之后还欠" figure={countText(debtAfterPoints)} />}
    </View>
  )
}

function Change({ words, figure }: { words: string; figure: string }): ReactNode {
  return (
    <View className="entry-change figures">
      <View>{words}</View>
      <View className="entry-change-figure">{figure}</View>
    </View>
  )
}
