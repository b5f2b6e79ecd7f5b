import { REASON_MAX_LENGTH } from '@shared/limits'
import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { useStore } from 'zustand'
import { countText } from '../../format'
import { ConfirmSheet } from '../../parts/confirm-sheet'
import { Line } from '../../parts/line'
import { ReasonField } from '../../parts/reason-field'
import { movedOf } from '../merge-words'
import { loadMerges, type MergePreview, mergeStore } from '../merges.store'

interface MergeSheetProps {
  numbers: { fromNumber: string; toNumber: string }
  preview: MergePreview
  onLeave(isMerged: boolean): void
}

/** What moves and what is there afterwards; confirming does it. */
export function MergeSheet({ numbers, preview, onLeave }: MergeSheetProps): ReactNode {
  const [reason, setReason] = useState('')
  const { sending, refused, answer, open, send, close } = useStore(mergeStore)
  const why = reason.trim().slice(0, REASON_MAX_LENGTH)
  const leave = () => {
    const isMerged = answer !== null
    close()
    onLeave(isMerged)
  }
  const confirm = async () => {
    open({ ...numbers, reason: why })
    await send()
    if (mergeStore.getState().answer) await loadMerges()
  }
  return (
    <ConfirmSheet
      name="merge"
      title={answer ? '已合并' : '合并这两个会员？'}
      sending={sending}
      refused={refused?.message}
      step={{ label: '确认合并', tone: 'warning', disabled: why === '', onTap: confirm }}
      done={answer && { label: '好的', onTap: leave }}
      field={
        <>
          <View className="merge-note">
            合并后，转出的会员身份打不开、也扫不了码；七天内，转入的没有动用过，可以撤销
          </View>
          <ReasonField value={reason} onChange={setReason} />
        </>
      }
      onClose={leave}
    >
      <Moves preview={preview} />
    </ConfirmSheet>
  )
}

function Moves({ preview }: { preview: MergePreview }): ReactNode {
  const { from, into, afterBalancePoints, afterDebtPoints } = preview
  const { couponCount, purchaseCount, redemptionCount } = preview
  const held = { points: from.balancePoints, debtPoints: from.debtPoints }
  return (
    <>
      <Line label="转出会员" value={`${from.maskedName} · ${from.joinedOn} 入会`} />
      <Line label="保留会员" value={`${into.maskedName} · ${into.joinedOn} 入会`} />
      <Line label="转移" value={movedOf(held)} />
      <Line
        label="一并转移"
        value={`券 ${couponCount} · 兑换 ${redemptionCount} · 消费 ${purchaseCount}`}
      />
      <Line
        label="合并后"
        value={
          afterDebtPoints > 0
            ? `欠 ${countText(afterDebtPoints)} 积分`
            : `${countText(afterBalancePoints)} 积分`
        }
        strong
      />
    </>
  )
}
