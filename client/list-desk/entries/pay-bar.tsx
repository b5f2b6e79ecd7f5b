import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { yuanText } from '../../format'
import { BigButton } from '../../parts/button'
import { Refused } from '../../parts/refused'
import { entriesStore, markPaidStore } from '../entries.store'
import { canMarkPaid } from '../entry-words'
import type { OwnedShown } from '../owned.store'

interface PayBarProps {
  list: OwnedShown
  entryIds: readonly string[]
  onDone(): void
}

/** What was paid to her, ticked off together. */
export function PayBar({ list, entryIds, onDone }: PayBarProps): ReactNode {
  const { sending, refused } = useStore(markPaidStore)
  const rows = useStore(entriesStore, (state) => state.rows)
  const chosen = rows.filter(({ entryId }) => entryIds.includes(entryId))
  const sumFen = chosen.reduce((sum, { dueFen }) => sum + dueFen, 0)
  const mark = async () => {
    markPaidStore.getState().open({ entryIds: [...entryIds] })
    await markPaidStore.getState().send()
    if (markPaidStore.getState().answer) onDone()
  }
  if (rows.length === 0) return null
  if (!rows.some((entry) => canMarkPaid(entry, list.state))) {
    const isOpen = list.state === 'running' || list.state === 'settling'
    const words = isOpen ? '截单后才能记收款：截单前还会改、会取消' : '先称重，再记收款'
    return <View className="pay-later soft">{words}</View>
  }
  return (
    <View className="pay-bar">
      <Refused className="pay-refused" message={refused?.message} />
      <BigButton className="mark-paid" busy={sending} disabled={entryIds.length === 0} onTap={mark}>
        {entryIds.length === 0 ? '点选已付的' : `记 ${entryIds.length} 位已付 ¥${yuanText(sumFen)}`}
      </BigButton>
    </View>
  )
}
