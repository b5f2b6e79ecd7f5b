import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { TickBox } from '../../parts/tick-box'
import type { DeskEntry } from '../entries.store'
import { entryState, lineText, payableText } from '../entry-words'

interface EntryRowProps {
  entry: DeskEntry
  /** There while several are chosen. */
  ticked?: boolean
  onTap(): void
}

/** One numbered line as its owner needs it: who, what, how much, and what is open. */
export function EntryRow({ entry, ticked, onTap }: EntryRowProps): ReactNode {
  const { entryNo, name, lines, state, isByOwner, remark } = entry
  const { text, tone } = entryState(entry)
  const isOff = state === 'cancelled' || state === 'lapsed'
  return (
    <View
      className={`row desk-entry ${isOff ? 'desk-entry-off' : ''}`}
      data-entry={String(entryNo)}
      role={ticked === undefined ? 'button' : 'checkbox'}
      {...(ticked === undefined ? {} : { 'aria-checked': ticked })}
      hoverClass="touched"
      onClick={onTap}
    >
      {ticked !== undefined && <TickBox ticked={ticked} />}
      <View className="desk-entry-no figures">{entryNo}.</View>
      <View className="row-words">
        <View className="desk-entry-name">{isByOwner ? `${name}（代接）` : name}</View>
        {lines.map((line) => (
          <View key={line.itemId} className="soft figures desk-entry-line">
            {lineText(line)}
          </View>
        ))}
        {remark !== null && <View className="soft desk-entry-line">备注：{remark}</View>}
      </View>
      <View className="row-outcome figures">
        <View className="row-figure">{payableText(entry)}</View>
        <View className={`row-state row-state-${tone}`}>{text}</View>
      </View>
    </View>
  )
}
