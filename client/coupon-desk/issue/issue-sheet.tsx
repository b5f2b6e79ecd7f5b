import { type ReactNode, useState } from 'react'
import { useStore } from 'zustand'
import { ConfirmSheet } from '../../parts/confirm-sheet'
import { ReasonField } from '../../parts/reason-field'
import { issueStore, receiversStore } from '../issue.store'
import type { TemplateRow } from '../templates.store'

interface IssueSheetProps {
  row: TemplateRow
  onClose(): void
}

/** The last question before a batch is given; its reason is kept with it. */
export function IssueSheet({ row, onClose }: IssueSheetProps): ReactNode {
  const { sending, refused, open, send, close } = useStore(issueStore)
  const receivers = useStore(receiversStore, (list) => list.receivers)
  const [reason, setReason] = useState('')
  const issue = () => {
    const memberIds = receivers.map(({ memberId }) => memberId)
    open({ templateId: row.templateId, memberIds, reason: reason.trim() })
    send()
  }
  const leave = () => {
    close()
    onClose()
  }
  return (
    <ConfirmSheet
      name="issue"
      title={`给 ${receivers.length} 位会员各发一张？`}
      sending={sending}
      refused={refused?.message}
      step={{ label: '确认发放', onTap: issue, disabled: reason.trim() === '' }}
      field={<ReasonField value={reason} onChange={setReason} />}
      onClose={leave}
    >
      “{row.published?.title}”，发出后不能收回单张，只能整批作废没用过的。
    </ConfirmSheet>
  )
}
