import { ruleTitles } from '@shared/rules/rule-fields'
import { View } from '@tarojs/components'
import Taro, { useDidShow, useLoad, useRouter, useUnload } from '@tarojs/taro'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { Notice, PageState } from '../../page-state'
import { Bone } from '../../parts/bone'
import { PageLink } from '../../parts/page-link'
import { RefusalSheet } from '../../parts/refusal-sheet'
import { refusedText } from '../../parts/refused-text'
import { routes } from '../../routes'
import { ForManagers } from '../../session/for-managers'
import { publishedText } from '../rule-words'
import { draftStore, loadRules, type RuleState, ruleIn, rulesStore } from '../rules.store'
import './index.scss'
import { RuleForm } from './rule-form'

/** One rule: its figures, a draft of others, and the way to its versions. `?ruleId=` says which. */
export default function RulePage(): ReactNode {
  const { ruleId = '' } = useRouter().params
  const shown = useStore(rulesStore)
  const { refused, close } = useStore(draftStore)
  const title = ruleIn(shown.data, ruleId)?.ruleId
  useLoad(() => {
    const known = ruleIn(rulesStore.getState().data, ruleId)
    if (known) Taro.setNavigationBarTitle({ title: ruleTitles[known.ruleId] })
  })
  useDidShow(() => {
    loadRules()
  })
  useUnload(close)
  return (
    <ForManagers className="rule-page">
      {() => (
        <>
          <PageState shown={shown} skeleton={<Bone shape="hero" />} onRetry={loadRules}>
            {(list) => {
              const rule = ruleIn(list, ruleId)
              return rule ? <Rule rule={rule} /> : <NoRule />
            }}
          </PageState>
          <RefusalSheet
            title={title ? ruleTitles[title] : '规则'}
            message={refused ? refusedText(refused) : null}
            {...(refused?.code === 'RULE_CHANGED' ? { step: lookAgain(close) } : {})}
            onClose={close}
          />
        </>
      )}
    </ForManagers>
  )
}

function Rule({ rule }: { rule: RuleState }): ReactNode {
  const { ruleId, draft } = rule
  return (
    <>
      <View className="rule-head">
        <View className="rule-title">{ruleTitles[ruleId]}</View>
        <View className="soft figures">{publishedText(rule)}</View>
        <PageLink className="rule-versions-link" to={routes.ruleVersions} query={{ ruleId }}>
          查看所有版本
        </PageLink>
      </View>
      {draft && (
        <View className="rule-draft-note">
          {draft.savedByName} 的草稿，还没有发布；现在用的仍是上面这一版
        </View>
      )}
      {/* Another version or draft is another form. */}
      <RuleForm key={`${rule.version}:${rule.revision}`} rule={rule} />
    </>
  )
}

function NoRule(): ReactNode {
  return <Notice icon="notice" title="没有这条规则" text="请从规则列表重新打开" />
}

function lookAgain(close: () => void) {
  const onTap = () => {
    close()
    loadRules()
  }
  return { label: '看最新内容', onTap }
}
