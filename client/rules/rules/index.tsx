import { ruleTitles } from '@shared/rules/rule-fields'
import { Text, View } from '@tarojs/components'
import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { PageState } from '../../page-state'
import { Bones } from '../../parts/bone'
import { Icon } from '../../parts/icon'
import { open, routes } from '../../routes'
import { ForManagers } from '../../session/for-managers'
import { publishedText, summaryOf } from '../rule-words'
import { loadRules, type RuleState, rulesStore } from '../rules.store'
import './index.scss'

/** Every rule as it is in force, and which of them somebody is about to change. */
export default function RulesPage(): ReactNode {
  const shown = useStore(rulesStore)
  useDidShow(() => {
    loadRules()
  })
  usePullDownRefresh(() => {
    loadRules().then(() => Taro.stopPullDownRefresh())
  })
  return (
    <ForManagers className="rules-page">
      {() => (
        <PageState shown={shown} skeleton={<Bones shape="row" count={5} />} onRetry={loadRules}>
          {({ rules }) => rules.map((rule) => <RuleCard key={rule.ruleId} rule={rule} />)}
        </PageState>
      )}
    </ForManagers>
  )
}

function RuleCard({ rule }: { rule: RuleState }): ReactNode {
  const { ruleId, draft } = rule
  return (
    <View
      className={`card rule-card rule-card-${ruleId}`}
      hoverClass="touched"
      role="button"
      onClick={() => open(routes.rule, { ruleId })}
    >
      <View className="rule-card-head">
        <Text className="rule-card-title">{ruleTitles[ruleId]}</Text>
        {draft && <Text className="rule-card-draft">有草稿</Text>}
        <Icon name="arrow" size={32} />
      </View>
      <View className="soft figures">{summaryOf(rule)}</View>
      <View className="soft figures one-line">{publishedText(rule)}</View>
      {rule.takesEffect && <View className="soft figures">{rule.takesEffect}</View>}
    </View>
  )
}
