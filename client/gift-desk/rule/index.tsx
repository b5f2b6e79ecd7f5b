import { giftScenes } from '@shared/gifts/gift-rule'
import { useDidShow, useRouter, useUnload } from '@tarojs/taro'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { Notice, PageState } from '../../page-state'
import { Bone } from '../../parts/bone'
import { RefusalSheet } from '../../parts/refusal-sheet'
import { refusedText } from '../../parts/refused-text'
import { ForManagers } from '../../session/for-managers'
import {
  loadCoupons,
  loadRules,
  publishStore,
  type RuleList,
  rulesStore,
  saveStore,
  viewOf,
} from '../gift-rules.store'
import { fieldOf, formOf, presetForm } from '../rule-form'
import '../../parts/form.scss'
import './index.scss'
import { RuleEditor } from './rule-editor'

/** One rule: that of `?ruleId=`, or a new one of `?scene=`, which begins as most shops have it. */
export default function GiftRulePage(): ReactNode {
  const shown = useStore(rulesStore)
  const refused = useStore(saveStore, (saving) => saving.refused)
  const close = () => saveStore.getState().close()
  useDidShow(() => {
    loadRules()
    loadCoupons()
  })
  useUnload(() => {
    close()
    publishStore.getState().close()
  })
  const isUnderField = refused !== null && fieldOf(refused.detail.field) !== null
  return (
    <ForManagers className="gift-rule" skeleton={<Bone shape="hero" />}>
      {() => (
        <>
          <PageState shown={shown} skeleton={<Bone shape="hero" />} onRetry={loadRules}>
            {(list) => <Rule list={list} />}
          </PageState>
          <RefusalSheet
            title="还不能保存"
            message={refused && !isUnderField ? refusedText(refused) : null}
            onClose={close}
          />
        </>
      )}
    </ForManagers>
  )
}

function Rule({ list }: { list: RuleList }): ReactNode {
  const { ruleId, scene: named } = useRouter().params
  const { todayOn, rules } = list
  const row = rules.find((each) => each.ruleId === ruleId)
  const view = row && viewOf(row)
  if (row && view) {
    // Another draft, or another version, is another form.
    const key = `${row.ruleId}:${row.draft?.savedAt ?? 0}:${row.published?.version ?? 0}`
    return <RuleEditor key={key} first={formOf(view)} row={row} todayOn={todayOn} />
  }
  const scene = giftScenes.find((known) => known === named)
  if (ruleId === undefined && scene) {
    return <RuleEditor first={presetForm(scene)} todayOn={todayOn} />
  }
  return <Notice icon="gift" title="没有找到这条规则" text="请从列表里重新打开" />
}
