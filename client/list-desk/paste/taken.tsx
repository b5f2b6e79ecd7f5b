import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { BigButton } from '../../parts/button'
import { orderedText } from '../../parts/list-words'
import { Refused } from '../../parts/refused'
import type { OwnedShown } from '../owned.store'
import {
  beginPaste,
  pasteStore,
  type ReadText,
  takeText,
  takeTextStore,
  toTake,
} from '../paste.store'

interface TakenProps {
  list: OwnedShown
  read: ReadText
}

const seenWords: Readonly<Record<ReadText['entries'][number]['seen'], string>> = {
  new: '新的',
  changed: '改过',
  known: '收过了',
}

/** All that was read, before anything is written: what is new, what changed, what vanished. */
export function Taken({ list, read }: TakenProps): ReactNode {
  const paste = useStore(pasteStore)
  const { sending, refused } = useStore(takeTextStore)
  const count = toTake(paste).length
  return (
    <>
      <View className="card">
        <View className="card-title figures">读出 {read.entries.length} 行</View>
        {read.entries.map((entry) => (
          <View key={`${entry.number}-${entry.name}`} className="read-line">
            <View className="read-words">
              <View className="read-name">
                {entry.number > 0 ? `${entry.number}. ` : ''}
                {entry.name}
              </View>
              <View className="soft figures">{linesText(entry, list)}</View>
            </View>
            <View className={`read-seen read-${entry.seen}`}>{seenWords[entry.seen]}</View>
          </View>
        ))}
      </View>
      <Gone read={read} />
      <Ignored read={read} />
      <Refused className="take-refused" message={refused?.message} />
      <BigButton
        className="paste-take"
        busy={sending}
        disabled={count === 0}
        onTap={() => takeText(list.listId)}
      >
        {count === 0 ? '没有新的要收' : `收下 ${count} 行`}
      </BigButton>
      <View className="doubt-skip">
        <BigButton className="paste-again" tone="quiet" onTap={beginPaste}>
          重新粘贴
        </BigButton>
      </View>
    </>
  )
}

function linesText({ lines, remark }: ReadText['entries'][number], list: OwnedShown): string {
  const words = lines.map(({ itemId, quantity }) => {
    const item = list.items.find((each) => each.itemId === itemId)
    return item ? orderedText(item, quantity) : ''
  })
  return [...words, ...(remark === null ? [] : [`备注：${remark}`])].join('，')
}

/** Taken before and no more in this copy: her decision, nothing is cancelled by itself. */
function Gone({ read: { gone } }: { read: ReadText }): ReactNode {
  if (gone.length === 0) return null
  return (
    <View className="card">
      <View className="card-title">这一份里没有了</View>
      <View className="soft">
        {gone.map(({ name }) => name).join('、')}
        。可能退出了，请到接龙名单里核对，需要的话代取消
      </View>
    </View>
  )
}

function Ignored({ read: { ignored } }: { read: ReadText }): ReactNode {
  if (ignored.length === 0) return null
  return (
    <View className="card">
      <View className="card-title">没有当成接龙的</View>
      {ignored.map((text) => (
        <View key={text} className="soft read-ignored">
          {text}
        </View>
      ))}
    </View>
  )
}
