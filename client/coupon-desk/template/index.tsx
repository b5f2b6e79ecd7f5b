import { useDidShow, useRouter, useUnload } from '@tarojs/taro'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { serverNow } from '../../clock'
import { dayOf } from '../../format'
import { Notice, PageState } from '../../page-state'
import { Bone } from '../../parts/bone'
import { BigButton } from '../../parts/button'
import { RefusalSheet } from '../../parts/refusal-sheet'
import { refusedText } from '../../parts/refused-text'
import { open, routes } from '../../routes'
import { ForManagers } from '../../session/for-managers'
import { emptyForm, formOf } from '../template-form'
import {
  loadTemplates,
  saveStore,
  type TemplateRow,
  templatesStore,
  viewOf,
} from '../templates.store'
import '../../parts/form.scss'
import './index.scss'
import { TemplateEditor } from './template-editor'

/** One template: a new one, or the one of `?templateId=`. */
export default function TemplatePage(): ReactNode {
  const { templateId } = useRouter().params
  const { head, rows, loading, trouble } = useStore(templatesStore)
  const { refused, close } = useStore(saveStore)
  useDidShow(() => {
    // A list that was read further than its first page keeps what was read.
    const isKnown = templatesStore.getState().rows.some((row) => row.templateId === templateId)
    if (templateId && !isKnown) loadTemplates()
  })
  useUnload(close)
  const row = rows.find((each) => each.templateId === templateId)
  const again = () => {
    close()
    loadTemplates()
  }
  return (
    <ForManagers className="coupon-template" skeleton={<Bone shape="hero" />}>
      {(me) => (
        <>
          {!templateId ? (
            <TemplateEditor first={emptyForm(dayOf(serverNow()))} stores={me.stores} />
          ) : head && !row && !loading ? (
            <NoTemplate />
          ) : (
            <PageState
              shown={{ data: row ?? null, loading, trouble }}
              skeleton={<Bone shape="hero" />}
              onRetry={loadTemplates}
            >
              {(known) => <Known row={known} stores={me.stores} />}
            </PageState>
          )}
          <RefusalSheet
            title="还不能保存"
            message={refused ? refusedText(refused) : null}
            {...(refused?.code === 'TEMPLATE_CHANGED'
              ? { step: { label: '看最新内容', onTap: again } }
              : {})}
            onClose={close}
          />
        </>
      )}
    </ForManagers>
  )
}

interface KnownProps {
  row: TemplateRow
  stores: readonly { storeId: string; name: string }[]
}

function Known({ row, stores }: KnownProps): ReactNode {
  const { templateId, published, revision } = row
  const view = viewOf(row)
  if (!view) return <NoTemplate />
  return (
    <>
      {/* Another draft is another form. */}
      <TemplateEditor
        key={`${templateId}:${revision}:${published?.version ?? 0}`}
        first={formOf(view, dayOf(serverNow()))}
        row={row}
        stores={stores}
      />
      {published && (
        <BigButton
          className="template-issue"
          tone="quiet"
          onTap={() => open(routes.couponIssue, { templateId })}
        >
          发给会员（第 {published.version} 版）
        </BigButton>
      )}
    </>
  )
}

function NoTemplate(): ReactNode {
  return <Notice icon="coupon" title="没有找到这个券模板" text="请从列表里重新打开" />
}
