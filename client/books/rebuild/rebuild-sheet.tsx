import { REASON_MAX_LENGTH } from '@shared/limits'
import { type ReactNode, useState } from 'react'
import { useStore } from 'zustand'
import { countText } from '../../format'
import { ConfirmSheet } from '../../parts/confirm-sheet'
import { ReasonField } from '../../parts/reason-field'
import { type AccountCheck, type Rebuilt, rebuildStore } from '../books.store'

interface RebuildSheetProps {
  check: AccountCheck
  memberNumber: string
  onClose(): void
}

/** Confirms exactly what was shown; when the books have moved since, nothing is done. */
export function RebuildSheet({ check, memberNumber, onClose }: RebuildSheetProps): ReactNode {
  const [reason, setReason] = useState('')
  const { sending, refused, answer, open, send, close } = useStore(rebuildStore)
  const why = reason.trim().slice(0, REASON_MAX_LENGTH)
  const leave = () => {
    close()
    onClose()
  }
  const confirm = async () => {
    open({ memberNumber, reason: why, seen: check.seen })
    await send()
  }
  return (
    <ConfirmSheet
      name="rebuild"
      title={answer ? '已按流水核对完毕' : '按流水重建账户？'}
      sending={sending}
      refused={refused?.message}
      step={{ label: '确认重建', disabled: why === '', onTap: confirm }}
      done={answer && { label: '知道了', onTap: leave }}
      field={<ReasonField value={reason} onChange={setReason} />}
      onClose={leave}
    >
      {answer ? rebuiltText(answer) : askText(check)}
    </ConfirmSheet>
  )
}

function askText({ stored, implied }: AccountCheck): string {
  const now = countText(stored.balancePoints)
  const then = countText(Math.max(implied.balancePoints, 0))
  return `可用积分将由 ${now} 分变为 ${then} 分。会新增一笔流水，写明由谁、因何核对；过往流水不会改动`
}

function rebuiltText({ maskedName, balancePoints, debtPoints }: Rebuilt): string {
  const debt = debtPoints > 0 ? `，欠积分 ${countText(debtPoints)} 分` : ''
  return `${maskedName}的可用积分为 ${countText(balancePoints)} 分${debt}，已恢复使用`
}
