import { ruleTitles } from '@shared/rules/rule-fields'
import { View } from '@tarojs/components'
import { useDidShow, useRouter, useUnload } from '@tarojs/taro'
import { type ReactNode, useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { Notice, PageState } from '../../page-state'
import { Bone, Bones } from '../../parts/bone'
import { BigButton } from '../../parts/button'
import { goBack } from '../../routes'
import { ForManagers } from '../../session/for-managers'
import {
  loadRules,
  previewStore,
  publishStore,
  type RuleState,
  ruleIn,
  rulesStore,
} from '../rules.store'
import { Differences } from './differences'
import './index.scss'
import { MovesCard } from './moves-card'
import { PublishSheet } from './publish-sheet'
import { SampleCard } from './sample-card'

/** What a draft would change, on three sample purchases; from here it is published. */
export default function RulePreviewPage(): ReactNode {
  const { ruleId = '' } = useRouter().params
  const shown = useStore(rulesStore)
  const answer = useStore(publishStore, (publishing) => publishing.answer)
  useDidShow(() => {
    loadRules()
  })
  useUnload(() => publishStore.getState().close())
  return (
    <ForManagers className="rule-preview-page">
      {() =>
        answer ? (
          <Published version={answer.version} takesEffect={answer.takesEffect} />
        ) : (
          <PageState shown={shown} skeleton={<Bone shape="hero" />} onRetry={loadRules}>
            {(list) => {
              const rule = ruleIn(list, ruleId)
              return rule?.draft ? <Preview rule={rule} /> : <NoDraft />
            }}
          </PageState>
        )
      }
    </ForManagers>
  )
}

function Preview({ rule }: { rule: RuleState }): ReactNode {
  const { ruleId, draft, revision } = rule
  const shown = useStore(previewStore)
  const [isAsked, setAsked] = useState(false)
  const load = () => previewStore.getState().load({ ruleId, figures: draft?.figures ?? {} })
  // Another draft has another effect; what was shown of the last one is not shown any more.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a draft is known by its revision.
  useEffect(() => {
    previewStore.setState({ data: null, trouble: null })
    load()
  }, [ruleId, revision])
  return (
    <>
      <PageState shown={shown} skeleton={<Bones shape="row" count={6} />} onRetry={load}>
        {({ differences, samples, takesEffect }) => (
          <>
            <Differences title={`${ruleTitles[ruleId]}的改动`} differences={differences} />
            {takesEffect && <View className="soft rule-preview-note">{takesEffect}</View>}
            {ruleId === 'member-tiers' && draft && <MovesCard draft={draft.figures} />}
            {samples.map((sample) => (
              <SampleCard key={sample.name} sample={sample} />
            ))}
            <View className="soft rule-preview-note">
              以上按一位今天还没有积分的会员计算；已经入账的积分不受影响
            </View>
            <BigButton className="rule-publish" onTap={() => setAsked(true)}>
              发布
            </BigButton>
          </>
        )}
      </PageState>
      {isAsked && <PublishSheet rule={rule} onClose={() => setAsked(false)} />}
    </>
  )
}

interface PublishedProps {
  version: number
  takesEffect: string | null
}

function Published({ version, takesEffect }: PublishedProps): ReactNode {
  return (
    <Notice
      icon="check"
      title={`第 ${version} 版已发布`}
      text={takesEffect ?? '一分钟内所有门店都按新规则；以前的积分仍按当时的规则'}
    >
      <BigButton className="rule-published" onTap={() => goBack()}>
        好的
      </BigButton>
    </Notice>
  )
}

function NoDraft(): ReactNode {
  return <Notice icon="notice" title="没有草稿" text="先在规则里改一项，再来看效果" />
}
