import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { useStore } from 'zustand'
import { countText } from '../../format'
import { BigButton } from '../../parts/button'
import { Line } from '../../parts/line'
import { REASON_MAX_LENGTH, ReasonField } from '../../parts/reason-field'
import { Sheet } from '../../parts/sheet'
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
    <Sheet
      open
      title={answer ? '已合并' : '合并这两个会员？'}
      {...(sending ? {} : { onClose: leave })}
    >
      <View className="merge-outcome">
        <Moves preview={preview} />
      </View>
      {answer ? (
        <BigButton className="merge-done" onTap={leave}>
          好的
        </BigButton>
      ) : (
        <>
          <View className="merge-note">
            合并后，转出的会员身份打不开、也扫不了码；七天内，转入的没有动用过，可以撤销
          </View>
          <ReasonField value={reason} onChange={setReason} />
          {refused && (
            <View className="merge-refused" role="alert">
              {refused.message}
            </View>
          )}
          <BigButton
            className="merge-confirm"
            tone="warning"
            busy={sending}
            disabled={why === ''}
            onTap={confirm}
          >
            确认合并
          </BigButton>
        </>
      )}
    </Sheet>
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
