import { REASON_MAX_LENGTH } from '@shared/limits'
import { type ReactNode, useState } from 'react'
import { useStore } from 'zustand'
import { ConfirmSheet } from '../../parts/confirm-sheet'
import { ReasonField } from '../../parts/reason-field'
import { accountStore, freezeStore, lookUp, unfreezeStore } from '../account.store'

interface FreezeSheetProps {
  memberNumber: string
  onClose(): void
}

/** Stops her points from being spent, or lets them go on; she reads the reason. */
export function FreezeSheet({ memberNumber, onClose }: FreezeSheetProps): ReactNode {
  // What the sheet asks stays, also once the account behind it has changed.
  const [isFrozen] = useState(accountStore.getState().data?.frozen != null)
  const [reason, setReason] = useState('')
  const store = isFrozen ? unfreezeStore : freezeStore
  const { sending, refused, open, send, close } = useStore(store)
  const why = reason.trim().slice(0, REASON_MAX_LENGTH)
  const leave = () => {
    close()
    onClose()
  }
  const confirm = async () => {
    open({ memberNumber, reason: why })
    await send()
    if (!store.getState().answer) return
    leave()
    await lookUp(memberNumber)
  }
  return (
    <ConfirmSheet
      name="freeze"
      title={isFrozen ? '恢复使用积分？' : '暂停使用积分？'}
      sending={sending}
      refused={refused?.message}
      step={{
        label: isFrozen ? '恢复使用' : '暂停使用',
        tone: isFrozen ? 'main' : 'warning',
        disabled: why === '',
        onTap: confirm,
      }}
      field={<ReasonField value={reason} onChange={setReason} />}
      onClose={leave}
    >
      {isFrozen
        ? '恢复后立即能用；快到期的积分会顺延，至少还能用 30 天'
        : '暂停期间不能使用，照常累积，一分也不会过期'}
    </ConfirmSheet>
  )
}
