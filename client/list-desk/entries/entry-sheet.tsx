import { View } from '@tarojs/components'
import { type ReactNode, useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { momentText, yuanText } from '../../format'
import { BigButton } from '../../parts/button'
import { FieldBox } from '../../parts/field'
import { gramsOf } from '../../parts/grams'
import { Line } from '../../parts/line'
import { Refused } from '../../parts/refused'
import { Sheet } from '../../parts/sheet'
import {
  cancelForStore,
  confirmClaimStore,
  type DeskEntry,
  entriesStore,
  handOverStore,
  markPaidStore,
  weighStore,
} from '../entries.store'
import {
  canMarkPaid,
  dueText,
  lineText,
  openLines,
  payableText,
  unweighedLines,
} from '../entry-words'
import type { OwnedShown } from '../owned.store'
import { ForSheet } from './for-sheet'

interface EntrySheetProps {
  entryId: string
  list: OwnedShown | null
  onClose(): void
  onDone(): void
}

const stores = [cancelForStore, confirmClaimStore, markPaidStore, weighStore, handOverStore]

/** One entry: all that its owner may do about it, the likeliest first. */
export function EntrySheet({ entryId, list, onClose, onDone }: EntrySheetProps): ReactNode {
  const entry = useStore(entriesStore, ({ rows }) => rows.find((row) => row.entryId === entryId))
  const [changing, setChanging] = useState(false)
  useEffect(() => {
    for (const store of stores) store.getState().close()
  }, [])
  if (!entry) return null
  if (changing && list) {
    return <ForSheet list={list} entry={entry} onClose={onClose} onDone={onDone} />
  }
  const { entryNo, name, joinedAt, remark, askedBy } = entry
  const mayChange = list?.state === 'running' && entry.isByOwner && entry.state === 'joined'
  return (
    <Sheet open title={`第 ${entryNo} 位 · ${name}`} onClose={onClose}>
      <View className="confirm-words">
        {entry.lines.map((line) => (
          <View key={line.itemId} className="entry-line figures">
            {lineText(line)}
          </View>
        ))}
        {remark !== null && <Line label="备注" value={remark} />}
        <Line label="接龙时间" value={momentText(joinedAt)} />
        <Line label="合计" value={payableText(entry)} strong />
      </View>
      <Troubles />
      {askedBy && <Claimed entry={entry} maskedName={askedBy.maskedName} onDone={onDone} />}
      {unweighedLines(entry.lines).map((line) => (
        <Weigh key={line.itemId} entryId={entryId} line={line} onDone={onDone} />
      ))}
      <Deeds entry={entry} list={list} onDone={onDone} />
      {mayChange && (
        <View className="entry-changes">
          <BigButton className="change-for" tone="quiet" onTap={() => setChanging(true)}>
            代改
          </BigButton>
          <CancelFor entryId={entryId} onDone={onDone} />
        </View>
      )}
    </Sheet>
  )
}

function Troubles(): ReactNode {
  const refusals = [
    useStore(cancelForStore, ({ refused }) => refused),
    useStore(confirmClaimStore, ({ refused }) => refused),
    useStore(markPaidStore, ({ refused }) => refused),
    useStore(weighStore, ({ refused }) => refused),
    useStore(handOverStore, ({ refused }) => refused),
  ]
  const refused = refusals.find((each) => each !== null)
  return <Refused className="entry-refused" message={refused?.message} />
}

interface PartProps {
  entry: DeskEntry
  onDone(): void
}

/** The money and the goods, as they are handed on. */
function Deeds({ entry, list, onDone }: PartProps & { list: OwnedShown | null }): ReactNode {
  const { entryId, lines, returnFen } = entry
  const paying = useStore(markPaidStore, ({ sending }) => sending)
  const handing = useStore(handOverStore, ({ sending }) => sending)
  const open = openLines(lines)
  const pay = async () => {
    markPaidStore.getState().open({ entryIds: [entryId] })
    await markPaidStore.getState().send()
    if (markPaidStore.getState().answer) onDone()
  }
  const handOver = async () => {
    handOverStore.getState().open({ lines: open.map((line) => ({ entryId, ...line })) })
    await handOverStore.getState().send()
    if (handOverStore.getState().answer) onDone()
  }
  return (
    <>
      {open.length > 0 && (
        <BigButton className="hand-over-all" busy={handing} onTap={handOver}>
          都交给邻居了
        </BigButton>
      )}
      {canMarkPaid(entry, list?.state) && (
        <View className="entry-pay">
          <BigButton className="entry-mark-paid" tone="quiet" busy={paying} onTap={pay}>
            记为已付 {dueText(entry)}
          </BigButton>
        </View>
      )}
      {returnFen > 0 && (
        <View className="entry-pay">
          <BigButton className="entry-mark-back" tone="quiet" busy={paying} onTap={pay}>
            钱已退给邻居 ¥{yuanText(returnFen)}
          </BigButton>
        </View>
      )}
    </>
  )
}

function Claimed({ entry, maskedName, onDone }: PartProps & { maskedName: string }): ReactNode {
  const { sending } = useStore(confirmClaimStore)
  const decide = async (isConfirmed: boolean) => {
    confirmClaimStore.getState().open({ entryId: entry.entryId, isConfirmed })
    await confirmClaimStore.getState().send()
    if (confirmClaimStore.getState().answer) onDone()
  }
  return (
    <View className="entry-claim">
      <View className="entry-claim-words">会员 {maskedName} 说这一行是自己的</View>
      <View className="entry-changes">
        <BigButton className="claim-no" tone="quiet" busy={sending} onTap={() => decide(false)}>
          不是
        </BigButton>
        <BigButton className="claim-yes" busy={sending} onTap={() => decide(true)}>
          是的，给对方
        </BigButton>
      </View>
    </View>
  )
}

interface WeighProps {
  entryId: string
  line: DeskEntry['lines'][number]
  onDone(): void
}

function Weigh({ entryId, line, onDone }: WeighProps): ReactNode {
  const [typed, setTyped] = useState('')
  const { sending } = useStore(weighStore)
  const grams = gramsOf(typed)
  const weigh = async () => {
    if (grams === null) return
    weighStore.getState().open({ entryId, itemId: line.itemId, grams })
    await weighStore.getState().send()
    if (weighStore.getState().answer) onDone()
  }
  return (
    <View className="entry-weigh">
      <View className="entry-weigh-words">{lineText(line)}，实际多重</View>
      <View className="entry-weigh-line">
        <FieldBox
          className={`weigh-${line.itemId}`}
          label="实际重量"
          value={typed}
          placeholder="1250 克或 2.5 斤"
          maxLength={12}
          onChange={setTyped}
        />
        <BigButton className="weigh-send" busy={sending} disabled={grams === null} onTap={weigh}>
          {grams === null ? '称重' : `记 ${grams} 克`}
        </BigButton>
      </View>
    </View>
  )
}

function CancelFor({ entryId, onDone }: { entryId: string; onDone(): void }): ReactNode {
  const [asking, setAsking] = useState(false)
  const { sending } = useStore(cancelForStore)
  const cancel = async () => {
    cancelForStore.getState().open({ entryId })
    await cancelForStore.getState().send()
    if (cancelForStore.getState().answer) onDone()
  }
  return (
    <BigButton
      className="cancel-for"
      tone="warning"
      busy={sending}
      onTap={() => (asking ? cancel() : setAsking(true))}
    >
      {asking ? '再点一次取消' : '代取消'}
    </BigButton>
  )
}
