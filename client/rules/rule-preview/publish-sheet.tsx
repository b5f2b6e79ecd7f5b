import { ruleTitles } from '@shared/rules/rule-fields'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { BigButton } from '../../parts/button'
import { Sheet } from '../../parts/sheet'
import { goBack } from '../../routes'
import { loadRules, publish, publishStore, type RuleState } from '../rules.store'

interface PublishSheetProps {
  rule: RuleState
  onClose(): void
}

/** The last question before a rule is in force for everybody. */
export function PublishSheet({ rule, onClose }: PublishSheetProps): ReactNode {
  const { sending, refused, close } = useStore(publishStore)
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
    <Sheet
      open
      title={`发布${ruleTitles[rule.ruleId]}第 ${rule.version + 1} 版？`}
      {...(sending ? {} : { onClose: leave })}
    >
      <View className="publish-words">
        发布后一分钟内所有门店生效。已经入账的积分不变，退款仍按当时的规则。
      </View>
      {refused && (
        <View className="publish-refused" role="alert">
          {refused.message}
        </View>
      )}
      {refused?.code === 'RULE_CHANGED' ? (
        <BigButton className="publish-again" onTap={lookAgain}>
          看最新内容
        </BigButton>
      ) : (
        <BigButton className="publish-confirm" busy={sending} onTap={() => publish(rule)}>
          确认发布
        </BigButton>
      )}
    </Sheet>
  )
}
