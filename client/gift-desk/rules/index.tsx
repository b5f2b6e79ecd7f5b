import { ScrollView, View } from '@tarojs/components'
import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro'
import { type ReactNode, useState } from 'react'
import { useStore } from 'zustand'
import { PageState } from '../../page-state'
import { Bones } from '../../parts/bone'
import { BigButton } from '../../parts/button'
import { PageLink } from '../../parts/page-link'
import { Sheet } from '../../parts/sheet'
import { open, routes } from '../../routes'
import { ForManagers } from '../../session/for-managers'
import { loadRules, type RuleRow, rulesStore, viewOf } from '../gift-rules.store'
import { draftText, giftText, leftText, oftenText, stateOf } from '../rule-words'
import { sceneRowOf, sceneTable } from '../scene-table'
import './index.scss'

/** Every moment at which the shop gives something by itself, in the order in which it decides. */
export default function GiftRulesPage(): ReactNode {
  const shown = useStore(rulesStore)
  const [isPicking, setPicking] = useState(false)
  useDidShow(() => {
    loadRules()
  })
  usePullDownRefresh(() => {
    loadRules().then(() => Taro.stopPullDownRefresh())
  })
  const bones = <Bones shape="ticket" count={4} />
  return (
    <ForManagers className="gift-rules" skeleton={bones}>
      {() => (
        <>
          <BigButton className="gift-rule-new" onTap={() => setPicking(true)}>
            新建送礼规则
          </BigButton>
          <PageLink className="gift-rules-calendar" to={routes.giftCalendar}>
            送礼日历：先看谁会收到什么
          </PageLink>
          <PageState shown={shown} skeleton={bones} onRetry={loadRules}>
            {({ rules }) => rules.map((row) => <RuleCard key={row.ruleId} row={row} />)}
          </PageState>
          <ScenePicker isOpen={isPicking} onClose={() => setPicking(false)} />
        </>
      )}
    </ForManagers>
  )
}

function RuleCard({ row }: { row: RuleRow }): ReactNode {
  const view = viewOf(row)
  if (!view) return null
  const { label } = sceneRowOf(row.scene)
  const state = stateOf(row)
  const [left, draft] = [leftText(row), draftText(row)]
  return (
    <View
      className="card gift-rule-card"
      data-scene={row.scene}
      role="button"
      hoverClass="touched"
      onClick={() => open(routes.giftRule, { ruleId: row.ruleId })}
    >
      <View className="gift-scene-words">{label}</View>
      <View className="gift-rule-head">
        <View className="gift-rule-title">{view.title}</View>
        <View className={`gift-state gift-state-${state.tone}`}>{state.text}</View>
      </View>
      <View className="soft">{oftenText(row, view.title)}</View>
      <View className="gift-rule-gift figures">{giftText(view)}</View>
      {left && <View className="soft figures gift-rule-left">{left}</View>}
      {draft && <View className="gift-rule-draft">{draft}</View>}
    </View>
  )
}

/** A new rule begins with its moment; the rest is filled in as most shops would have it. */
function ScenePicker({ isOpen, onClose }: { isOpen: boolean; onClose(): void }): ReactNode {
  return (
    <Sheet open={isOpen} title="什么时候送？" onClose={onClose}>
      {/* The veil keeps the page below still; on WeChat only a scroll view moves above it. */}
      <ScrollView scrollY className="gift-scene-list">
        {sceneTable.map(({ scene, label, words }) => (
          <View
            key={scene}
            className={`gift-scene-pick gift-scene-${scene}`}
            role="button"
            hoverClass="touched"
            onClick={() => {
              onClose()
              open(routes.giftRule, { scene })
            }}
          >
            <View>{label}</View>
            <View className="soft">{words}</View>
          </View>
        ))}
      </ScrollView>
    </Sheet>
  )
}
