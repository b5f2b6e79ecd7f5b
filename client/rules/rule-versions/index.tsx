import { differencesBetween } from '@shared/rules/rule-draft'
import { ruleIds } from '@shared/rules/rule-fields'
import type { RuleId } from '@shared/rules/shop-rules'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { Bones } from '../../parts/bone'
import { BigButton } from '../../parts/button'
import { PagedList, usePagedList } from '../../parts/paged-list'
import { RefusalSheet } from '../../parts/refusal-sheet'
import { goBack } from '../../routes'
import { ForManagers } from '../../session/for-managers'
import { Differences } from '../rule-preview/differences'
import { publishedText } from '../rule-words'
import {
  draftStore,
  loadRules,
  type RuleVersionRow,
  ruleIn,
  rulesStore,
  saveDraft,
  versionsStore,
} from '../rules.store'

/** All that a rule has ever been, with what each version changed. `?ruleId=` says which rule. */
export default function RuleVersionsPage(): ReactNode {
  const { ruleId: asked = '' } = useRouter().params
  const ruleId = ruleIds.find((known) => known === asked) ?? 'earn-by-spend'
  const { refused, close } = useStore(draftStore)
  usePagedList(versionsStore, async () => {
    await Promise.all([loadRules(), versionsStore.getState().load({ ruleId })])
  })
  return (
    <ForManagers className="rule-versions-page">
      {() => (
        <>
          <Versions ruleId={ruleId} />
          <RefusalSheet message={refused?.message ?? null} onClose={close} />
        </>
      )}
    </ForManagers>
  )
}

function Versions({ ruleId }: { ruleId: RuleId }): ReactNode {
  return (
    <PagedList
      list={versionsStore}
      skeleton={<Bones shape="row" count={5} />}
      empty={null}
      onRetry={() => versionsStore.getState().load({ ruleId })}
    >
      {(rows) =>
        rows.map((row, place) => (
          <Version
            key={row.version}
            ruleId={ruleId}
            row={row}
            older={rows[place + 1] ?? null}
            isInForce={place === 0}
          />
        ))
      }
    </PagedList>
  )
}

interface VersionProps {
  ruleId: RuleId
  row: RuleVersionRow
  /** The one before it, if it is there to compare. */
  older: RuleVersionRow | null
  isInForce: boolean
}

function Version({ ruleId, row, older, isInForce }: VersionProps): ReactNode {
  const restore = async () => {
    const rule = ruleIn(rulesStore.getState().data, ruleId)
    if (rule && (await saveDraft(rule, row.figures))) goBack()
  }
  return (
    <View className="rule-version">
      <Differences
        title={publishedText(row)}
        {...(older ? {} : { otherwise: '最早的一版' })}
        differences={older ? differencesBetween(ruleId, older.figures, row.figures) : []}
      />
      {!isInForce && (
        <View className="rule-version-step">
          <BigButton className="rule-version-restore" tone="quiet" onTap={restore}>
            用第 {row.version} 版作草稿
          </BigButton>
        </View>
      )}
    </View>
  )
}
