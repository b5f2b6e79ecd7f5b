import type { ReactNode } from 'react'
import { momentText, yuanText } from '../../format'
import { Notice } from '../../page-state'
import { BigButton } from '../../parts/button'
import { Page } from '../../parts/page'
import { usePagedList } from '../../parts/paged-list'
import { Row } from '../../parts/row'
import { RowList } from '../../parts/row-list'
import { open, routes } from '../../routes'
import { loadMyPurchases, type MyPurchaseRow, myPurchasesStore } from '../purchases.store'
import { stateWords } from '../state-words'

/** What I bought, the newest first; a tap opens one with its lines and refunds. */
export default function MyPurchasesPage(): ReactNode {
  usePagedList(myPurchasesStore, loadMyPurchases)
  return (
    <Page className="my-purchases-page">
      <RowList
        list={myPurchasesStore}
        boneCount={8}
        empty={
          <Notice icon="store" title="还没有消费" text="结账时出示会员码，每一笔都记在这里">
            <BigButton tone="quiet" onTap={() => open(routes.code)}>
              出示会员码
            </BigButton>
          </Notice>
        }
        onRetry={loadMyPurchases}
      >
        {(row) => <Purchase key={row.purchaseId} row={row} />}
      </RowList>
    </Page>
  )
}

function Purchase({ row }: { row: MyPurchaseRow }): ReactNode {
  const { purchaseId, storeName, paidFen, settledAt } = row
  const { text, tone } = stateWords(row)
  return (
    <Row
      className="my-purchase"
      title={storeName}
      notes={[momentText(settledAt)]}
      figure={`¥${yuanText(paidFen)}`}
      state={text}
      stateTone={tone === 'leaf' ? 'gain' : 'loss'}
      onOpen={() => open(routes.purchase, { purchaseId })}
    />
  )
}
