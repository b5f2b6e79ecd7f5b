import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { ConfirmSheet } from '../../parts/confirm-sheet'
import { acceptRules, acceptStore, closeRules, rulesStore } from '../drops.store'

/** The community's rules, once: on the first entry by its card, and when there are newer ones. */
export function RulesSheet(): ReactNode {
  const rules = useStore(rulesStore, (state) => state.rules)
  const { sending, refused } = useStore(acceptStore)
  if (!rules) return null
  return (
    <ConfirmSheet
      name="rules"
      title={`${rules.name} · 群规`}
      sending={sending}
      refused={refused?.message}
      step={{ label: '同意', onTap: acceptRules }}
      keep={{ label: '先看看', onTap: closeRules }}
      onClose={closeRules}
    >
      <View className="drop-rules-text">{rules.text}</View>
    </ConfirmSheet>
  )
}
