import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { OutputAt } from '../../api'
import { yuanText } from '../../format'
import { BigButton } from '../../parts/button'
import { Icon } from '../../parts/icon'
import { Line } from '../../parts/line'
import type { WaitingLine } from '../pickup.store'

interface HandedOverProps {
  /** What waited before it: of which list each entry is. */
  lines: readonly WaitingLine[]
  answer: OutputAt<'lists.handOver'>
  onNext(): void
}

/** What was handed over, what was taken in, and what is left for another time. */
export function HandedOver({ lines, answer, onNext }: HandedOverProps): ReactNode {
  const { entries, maskedName } = answer
  const paidFen = entries.reduce((sum, entry) => sum + entry.paidFen, 0)
  const titleOf = (id: string) => lines.find(({ entryId }) => entryId === id)?.listTitle ?? '接龙'
  const isAll = entries.every(({ collectedAll }) => collectedAll)
  return (
    <>
      <View className="card pickup-done">
        <View className="pickup-seal">
          <Icon name="check" size={72} />
        </View>
        <View className="pickup-done-title">{isAll ? '都交给会员了' : '交了一部分'}</View>
        <View className="soft">{maskedName}</View>
        {paidFen > 0 && <View className="pickup-due-sum figures">¥{yuanText(paidFen)}</View>}
        {entries.map(({ entryId, entryNo, collectedAll }) => (
          <Line
            key={entryId}
            label={`${titleOf(entryId)}，第 ${entryNo} 位`}
            value={collectedAll ? '取完了' : '还有没取的'}
          />
        ))}
      </View>
      <BigButton className="pickup-next" onTap={onNext}>
        好了
      </BigButton>
    </>
  )
}
