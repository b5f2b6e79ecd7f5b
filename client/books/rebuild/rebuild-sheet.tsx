import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { useStore } from 'zustand'
import { countText } from '../../format'
import { BigButton } from '../../parts/button'
import { REASON_MAX_LENGTH, ReasonField } from '../../parts/reason-field'
import { Sheet } from '../../parts/sheet'
import { type AccountCheck, rebuildStore } from '../books.store'

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
  if (answer) {
    return (
      <Sheet open title="已按流水核对完毕" onClose={leave}>
        <View className="rebuild-outcome rebuild-done">
          {answer.maskedName}的可用积分为 {countText(answer.balancePoints)} 分
          {answer.debtPoints > 0 && `，欠积分 ${countText(answer.debtPoints)} 分`}
          ，已恢复使用
        </View>
        <BigButton className="rebuild-leave" onTap={leave}>
          知道了
        </BigButton>
      </Sheet>
    )
  }
  return (
    <Sheet open title="按流水重建账户？" {...(sending ? {} : { onClose: leave })}>
      <View className="rebuild-outcome">
        可用积分将由 {countText(check.stored.balancePoints)} 分变为{' '}
        {countText(Math.max(check.implied.balancePoints, 0))}{' '}
        分。会新增一笔流水，写明由谁、因何核对；过往流水不会改动
      </View>
      <ReasonField value={reason} onChange={setReason} />
      {refused && (
        <View className="rebuild-refused" role="alert">
          {refused.message}
        </View>
      )}
      <BigButton className="rebuild-confirm" busy={sending} disabled={why === ''} onTap={confirm}>
        确认重建
      </BigButton>
    </Sheet>
  )
}
