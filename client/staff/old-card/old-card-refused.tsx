import type { ReactNode } from 'react'
import { RefusalSheet } from '../../parts/refusal-sheet'
import { nextStepOf } from '../../session/next-step'
import type { Refused } from '../../submission'

interface OldCardRefusedProps {
  refused: Refused | null
  onRescan(): void
  onRetry(): void
  onClose(): void
}

/** Why nothing is handed over, and what staff do now. */
export function OldCardRefused(props: OldCardRefusedProps): ReactNode {
  const { refused, onRescan, onRetry, onClose } = props
  if (!refused) return null
  const step = nextStepOf(refused.code)
  const steps = {
    ...(step === 'rescan' ? { step: { label: '重新扫码', onTap: onRescan } } : {}),
    ...(step === 'retry' ? { step: { label: '再试一次', onTap: onRetry } } : {}),
  }
  const message = sentenceOf(refused)
  return <RefusalSheet title="没有转成" message={message} {...steps} onClose={onClose} />
}

function sentenceOf({ code, message }: Refused): string {
  if (code !== 'OPENING_NOT_FOUND') return message
  return `${message}，请核对号码，或请店长先导入旧系统的名单`
}
