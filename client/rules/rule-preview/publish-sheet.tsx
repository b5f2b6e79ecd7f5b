import { ruleTitles } from '@shared/rules/rule-fields'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { ConfirmSheet } from '../../parts/confirm-sheet'
import { refusedText } from '../../parts/refused-text'
import { goBack } from '../../routes'
import { loadRules, previewStore, publish, publishStore, type RuleState } from '../rules.store'

interface PublishSheetProps {
  rule: RuleState
  onClose(): void
}

/** The last question before a rule is in force for everybody. */
export function PublishSheet({ rule, onClose }: PublishSheetProps): ReactNode {
  const { sending, refused, close } = useStore(publishStore)
  const takesEffect = useStore(previewStore, ({ data }) => data?.takesEffect)
  const leave = () => {
    close()
    onClose()
  }
  const lookAgain = async () => {
    leave()
    await loadRules()
    goBack()
  }
  return (
    <ConfirmSheet
      name="publish"
      title={`发布${ruleTitles[rule.ruleId]}第 ${rule.version + 1} 版？`}
      sending={sending}
      refused={refused ? refusedText(refused) : undefined}
      step={
        refused?.code === 'RULE_CHANGED'
          ? { label: '看最新内容', className: 'publish-again', onTap: lookAgain }
          : { label: '确认发布', onTap: () => publish(rule) }
      }
      onClose={leave}
    >
      {takesEffect ?? '发布后一分钟内所有门店生效'}。已经入账的积分不变，退款仍按当时的规则。
    </ConfirmSheet>
  )
}
