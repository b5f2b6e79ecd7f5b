import type { ReactNode } from 'react'
import { dayOf, shortDay } from '../../format'
import { Notice } from '../../page-state'
import { Bones } from '../../parts/bone'
import { BigButton } from '../../parts/button'
import { PageLink } from '../../parts/page-link'
import { PagedList, usePagedList } from '../../parts/paged-list'
import { Ticket } from '../../parts/ticket'
import { open, routes } from '../../routes'
import { ForManagers } from '../../session/for-managers'
import { loadTemplates, type TemplateRow, templatesStore, viewOf } from '../templates.store'
import './index.scss'

/** What coupons are made from: written, tried on sample bills, then published. */
export default function TemplatesPage(): ReactNode {
  usePagedList(templatesStore, loadTemplates)
  return (
    <ForManagers className="coupon-templates" skeleton={<Bones shape="ticket" count={4} />}>
      {() => (
        <>
          <BigButton className="template-new" onTap={() => open(routes.couponTemplate)}>
            新建券模板
          </BigButton>
          <PageLink className="template-batches" to={routes.couponBatches}>
            发放记录与作废
          </PageLink>
          <PagedList
            list={templatesStore}
            skeleton={<Bones shape="ticket" count={4} />}
            empty={
              <Notice
                icon="coupon"
                title="还没有券模板"
                text="写好一种券，看过效果再发布，就能发给会员、放进社群福利"
              />
            }
            onRetry={loadTemplates}
          >
            {(rows) => rows.map((row) => <Template key={row.templateId} row={row} />)}
          </PagedList>
        </>
      )}
    </ForManagers>
  )
}

function Template({ row }: { row: TemplateRow }): ReactNode {
  const { templateId } = row
  const view = viewOf(row)
  if (!view) return null
  const { title, face, thresholdFen, sentence, limitWords } = view
  return (
    <Ticket
      className="template-ticket"
      title={title}
      face={face}
      thresholdFen={thresholdFen}
      sentence={sentence}
      limitWords={limitWords}
      note={stateText(row)}
      aside={row.draft ? '草稿' : '已发布'}
      onTap={() => open(routes.couponTemplate, { templateId })}
    />
  )
}

function stateText({ published, draft }: TemplateRow): string {
  if (!draft) return `第 ${published?.version ?? 1} 版`
  const saved = `${draft.savedByName} ${shortDay(dayOf(draft.savedAt))}存了草稿`
  return published ? `${saved}，现在发的是第 ${published.version} 版` : saved
}
