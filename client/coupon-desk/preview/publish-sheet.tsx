import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { ConfirmSheet } from '../../parts/confirm-sheet'
import { refusedText } from '../../parts/refused-text'
import { goBack } from '../../routes'
import { loadTemplates, publishStore, type TemplateRow } from '../templates.store'

interface PublishSheetProps {
  row: TemplateRow
  onClose(): void
}

/** The last question before coupons are made from it. */
export function PublishSheet({ row, onClose }: PublishSheetProps): ReactNode {
  const { templateId, published, draft, revision } = row
  const { sending, refused, open, send, close } = useStore(publishStore)
  const publish = async () => {
    open({ templateId, seenRevision: revision })
    await send()
    await loadTemplates()
  }
  const leave = () => {
    close()
    onClose()
  }
  const lookAgain = () => {
    leave()
    goBack()
  }
  return (
    <ConfirmSheet
      name="publish"
      title={`发布“${draft?.title ?? ''}”第 ${(published?.version ?? 0) + 1} 版？`}
      sending={sending}
      refused={refused ? refusedText(refused) : null}
      step={
        refused?.code === 'TEMPLATE_CHANGED'
          ? { label: '看最新内容', className: 'publish-again', onTap: lookAgain }
          : { label: '确认发布', onTap: publish }
      }
      onClose={leave}
    >
      发布后就能发给会员、放进社群福利。已经发出去的券不变。
    </ConfirmSheet>
  )
}
