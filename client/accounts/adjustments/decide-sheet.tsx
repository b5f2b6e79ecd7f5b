import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { momentText, signedPoints } from '../../format'
import { BigButton } from '../../parts/button'
import { Line } from '../../parts/line'
import { Sheet } from '../../parts/sheet'
import { type AdjustmentRow, outcomeOf } from '../adjustment-words'
import { decideStore, loadAdjustments } from '../adjustments.store'

/** A large adjustment that waits: a second pair of eyes agrees, or says no. */
export function DecideSheet({ row }: { row: AdjustmentRow }): ReactNode {
  const { sending, answer, refused, close, open, send } = useStore(decideStore)
  const decide = async (verdict: 'approve' | 'reject') => {
    open({ adjustmentId: row.adjustmentId, verdict })
    await send()
    await loadAdjustments()
  }
  return (
    <Sheet open title={answer ? '已处理' : '这笔调整'} {...(sending ? {} : { onClose: close })}>
      <View className="decide-words">
        {answer ? (
          outcomeOf(answer)
        ) : (
          <>
            <Line label="会员" value={row.maskedName} />
            <Line label="积分" value={signedPoints(row.points)} strong />
            <Line label="原因" value={row.reason} />
            <Line label="提出" value={`${row.askedByName} ${momentText(row.askedAt).slice(5)}`} />
            {row.ripensAt !== null && (
              <Line label="自动入账" value={`${momentText(row.ripensAt)} 之后`} />
            )}
          </>
        )}
      </View>
      {refused && (
        <View className="decide-refused" role="alert">
          {refused.message}
        </View>
      )}
      {answer ? (
        <BigButton className="decide-done" onTap={close}>
          好的
        </BigButton>
      ) : (
        <View className="decide-steps">
          <BigButton
            className="decide-reject"
            tone="quiet"
            busy={sending}
            onTap={() => decide('reject')}
          >
            不同意
          </BigButton>
          <BigButton className="decide-approve" busy={sending} onTap={() => decide('approve')}>
            同意入账
          </BigButton>
        </View>
      )}
    </Sheet>
  )
}
