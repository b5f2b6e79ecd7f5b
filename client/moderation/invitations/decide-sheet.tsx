import { REASON_MAX_LENGTH } from '@shared/limits'
import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { useStore } from 'zustand'
import { ConfirmSheet } from '../../parts/confirm-sheet'
import { Field } from '../../parts/field'
import {
  decideInvitationStore,
  type HeldInvitation,
  loadHeldInvitations,
} from '../invitations.store'

export type Verdict = 'clear' | 'refuse'

interface DecideSheetProps {
  row: HeldInvitation
  verdict: Verdict
  onClose(): void
}

/** It goes on as if nothing had looked odd, or both get nothing; either way with a reason. */
export function DecideSheet({ row, verdict, onClose }: DecideSheetProps): ReactNode {
  const { sending, refused, answer, open, send, close } = useStore(decideInvitationStore)
  const [reason, setReason] = useState('')
  const { invitationId, inviterName, invitedName, why } = row
  const isRefusal = verdict === 'refuse'
  const decide = async () => {
    open({ invitationId, verdict, reason: reason.trim() })
    await send()
    await loadHeldInvitations()
  }
  const leave = () => {
    close()
    onClose()
  }
  const done = isRefusal ? '双方都不会得到奖励' : '奖励会在一刻钟内自动发放'
  return (
    <ConfirmSheet
      name="invitation"
      title={answer ? '已处理' : isRefusal ? '不给奖励？' : '核对无误，发放奖励？'}
      sending={sending}
      refused={refused?.message}
      step={{
        label: isRefusal ? '确认不给' : '确认发放',
        tone: isRefusal ? 'warning' : 'main',
        onTap: decide,
        disabled: reason.trim() === '',
      }}
      field={
        <Field
          name="reason"
          label="核对结果"
          value={reason}
          placeholder="写给以后查账的同事看"
          maxLength={REASON_MAX_LENGTH}
          onChange={setReason}
        />
      }
      done={answer && { label: '好的', onTap: leave }}
      onClose={leave}
    >
      {answer ? (
        done
      ) : (
        <View>
          {inviterName}邀请了{invitedName}：{why}
        </View>
      )}
    </ConfirmSheet>
  )
}
