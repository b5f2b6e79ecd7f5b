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
import { issueStore, receiversStore } from '../issue.store'
import { loadTemplates, type TemplateRow, templatesStore, validityText } from '../templates.store'
import './index.scss'
import { IssueSheet } from './issue-sheet'
import { Receivers } from './receivers'

/** A published coupon goes to members by hand, as one batch. `?templateId=` says which coupon. */
export default function CouponIssuePage(): ReactNode {
  const { templateId = '' } = useRouter().params
  const { head, rows, loading, trouble } = useStore(templatesStore)
  const answer = useStore(issueStore, (issuing) => issuing.answer)
  const row = rows.find((each) => each.templateId === templateId)
  useDidShow(() => {
    if (!row) loadTemplates()
  })
  useUnload(() => {
    issueStore.getState().close()
    receiversStore.getState().clear()
  })
  return (
    <ForManagers className="coupon-issue" skeleton={<Bone shape="hero" />}>
      {() =>
        answer ? (
          <Issued />
        ) : head && !loading && !row?.published ? (
          <Notice icon="coupon" title="这种券还没有发布" text="先看效果、发布，再发给会员" />
        ) : (
          <PageState
            shown={{ data: row ?? null, loading, trouble }}
            skeleton={<Bone shape="hero" />}
            onRetry={loadTemplates}
          >
            {(known) => <IssueForm row={known} />}
          </PageState>
        )
      }
    </ForManagers>
  )
}

function IssueForm({ row }: { row: TemplateRow }): ReactNode {
  const [isAsked, setAsked] = useState(false)
  const { receivers, waitingCount } = useStore(receiversStore)
  const { published } = row
  if (!published) return null
  const { title, face, thresholdFen, sentence, limitWords } = published
  const count = receivers.length
  return (
    <>
      <Ticket
        title={title}
        face={face}
        thresholdFen={thresholdFen}
        sentence={sentence}
        limitWords={limitWords}
        note={validityText(published)}
      />
      <Receivers />
      <BigButton
        className="issue-look"
        disabled={count === 0 || waitingCount > 0}
        onTap={() => setAsked(true)}
      >
        {count === 0 ? '先加上要发给谁' : `发给这 ${count} 位`}
      </BigButton>
      {isAsked && <IssueSheet row={row} onClose={() => setAsked(false)} />}
    </>
  )
}

function Issued(): ReactNode {
  return (
    <Notice icon="check" title="发出去了" text="每位会员各一张，已经放进各自的卡包">
      <BigButton className="issue-done" onTap={() => replaceWith(routes.couponBatches)}>
        看发放记录
      </BigButton>
      <View className="issue-gap" />
      <BigButton tone="quiet" onTap={() => goBack()}>
        好的
      </BigButton>
    </Notice>
  )
}
