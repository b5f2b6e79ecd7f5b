import { View } from '@tarojs/components'
import { useDidShow, useRouter, useUnload } from '@tarojs/taro'
import { type ReactNode, useState } from 'react'
import { useStore } from 'zustand'
import { Notice, PageState } from '../../page-state'
import { Bone } from '../../parts/bone'
import { BigButton } from '../../parts/button'
import { Ticket } from '../../parts/ticket'
import { goBack, replaceWith, routes } from '../../routes'
import { ForManagers } from '../../session/for-managers'
import {
  loadTemplates,
  previewStore,
  publishStore,
  type TemplatePreview,
  templatesStore,
  validityText,
} from '../templates.store'
import './index.scss'
import { PublishSheet } from './publish-sheet'
import { SampleBill } from './sample-bill'

/** What a draft is worth on three bills; from here it is published. `?templateId=` says which. */
export default function CouponPreviewPage(): ReactNode {
  const { templateId = '' } = useRouter().params
  const shown = useStore(previewStore)
  const answer = useStore(publishStore, (publishing) => publishing.answer)
  const load = () => previewStore.getState().load({ templateId })
  useDidShow(() => {
    previewStore.setState({ data: null, trouble: null })
    load()
    if (templatesStore.getState().head === null) loadTemplates()
  })
  useUnload(() => publishStore.getState().close())
  return (
    <ForManagers className="coupon-preview" skeleton={<Bone shape="hero" />}>
      {() =>
        answer ? (
          <Published templateId={answer.templateId} version={answer.version} />
        ) : (
          <PageState shown={shown} skeleton={<Bone shape="hero" />} onRetry={load}>
            {(preview) => <Preview templateId={templateId} preview={preview} />}
          </PageState>
        )
      }
    </ForManagers>
  )
}

interface PreviewProps {
  templateId: string
  preview: TemplatePreview
}

function Preview({ templateId, preview }: PreviewProps): ReactNode {
  const { face, sentence, limitWords, samples } = preview
  const rows = useStore(templatesStore, (list) => list.rows)
  const [isAsked, setAsked] = useState(false)
  const row = rows.find((each) => each.templateId === templateId)
  const draft = row?.draft
  return (
    <>
      <View className="preview-label">会员看到的</View>
      <Ticket
        className="preview-ticket"
        title={draft?.title ?? row?.published?.title ?? sentence}
        face={face}
        thresholdFen={draft?.thresholdFen ?? row?.published?.thresholdFen ?? 0}
        sentence={sentence}
        limitWords={limitWords}
        note={draft ? validityText(draft) : row?.published ? validityText(row.published) : ''}
      />
      <View className="preview-label">用在三笔账单上</View>
      {samples.map((sample) => (
        <SampleBill key={sample.name} sample={sample} />
      ))}
      <View className="soft preview-note">
        按日子、门店、时段都对来算；与收银台用的是同一套算法
      </View>
      {draft ? (
        <BigButton className="coupon-publish" onTap={() => setAsked(true)}>
          发布
        </BigButton>
      ) : (
        <View className="soft preview-note">现在发的就是这一版，没有要发布的改动</View>
      )}
      {isAsked && row && <PublishSheet row={row} onClose={() => setAsked(false)} />}
    </>
  )
}

function Published({ templateId, version }: { templateId: string; version: number }): ReactNode {
  return (
    <Notice
      icon="check"
      title={`第 ${version} 版已发布`}
      text="以后发的都是这一版；已经发出去的券，仍按当时的规则用"
    >
      <BigButton
        className="coupon-published-issue"
        onTap={() => replaceWith(routes.couponIssue, { templateId })}
      >
        发给会员
      </BigButton>
      <View className="preview-gap" />
      <BigButton className="coupon-published" tone="quiet" onTap={() => goBack()}>
        先不发
      </BigButton>
    </Notice>
  )
}
