import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { countText, momentText, shortDay, yuanText } from '../../format'
import { Notice } from '../../page-state'
import { usePagedList } from '../../parts/paged-list'
import { Row } from '../../parts/row'
import { RowList } from '../../parts/row-list'
import { StorePicker } from '../../parts/store-picker'
import { open, routes } from '../../routes'
import { ForStaff } from '../../session/for-staff'
import { currentStore, type OwnStore, servingStore } from '../../session/serving.store'
import { loadPurchases, type PurchaseRow, purchasesStore } from '../purchases.store'

/** The store's purchases, the newest first; a tap on one leads to its refund. */
export default function PurchasesPage(): ReactNode {
  usePagedList(purchasesStore, loadPurchases)
  return (
    <ForStaff className="purchases-page">{({ stores }) => <Purchases stores={stores} />}</ForStaff>
  )
}

function Purchases({ stores }: { stores: readonly OwnStore[] }): ReactNode {
  const chosenStoreId = useStore(servingStore, (serving) => serving.chosenStoreId)
  const mustChoose = stores.length > 1 && currentStore(stores, chosenStoreId) === null
  return (
    <>
      <StorePicker stores={stores} onChosen={loadPurchases} />
      {mustChoose ? (
        <Notice icon="store" title="先选门店" text="选一家门店，看它的消费记录" />
      ) : (
        <RowList
          list={purchasesStore}
          empty={
            <Notice icon="store" title="还没有消费记录" text="扫会员码收款后，每一笔都会列在这里" />
          }
          onRetry={loadPurchases}
        >
          {(row) => <Purchase key={row.purchaseId} row={row} />}
        </RowList>
      )}
    </>
  )
}

function Purchase({ row }: { row: PurchaseRow }): ReactNode {
  const { purchaseId, maskedName, paidFen, settledAt, receiptNo, state } = row
  const { businessOn, isForgotten } = row
  const refunded = state === 'refunded'
  const forgotten = isForgotten ? ` · 补记 ${shortDay(businessOn)}` : ''
  const receipt = receiptNo ? ` · 小票 ${receiptNo}` : ''
  return (
    <Row
      className="purchase"
      marks={{ 'data-purchase': purchaseId }}
      title={maskedName}
      notes={[`${momentText(settledAt).slice(5)}${forgotten}${receipt}`]}
      figure={`¥${yuanText(paidFen)}`}
      {...(refunded
        ? { figureTone: 'struck' }
        : { onOpen: () => open(routes.refund, { purchaseId }) })}
      state={stateOf(row)}
      stateTone={state === 'settled' ? 'gain' : 'loss'}
    />
  )
}

function stateOf({ state, earnedPoints, refundedFen }: PurchaseRow): string {
  if (state === 'refunded') return '已退款'
  if (state === 'partlyRefunded') return `已退 ¥${yuanText(refundedFen)}`
  return `+${countText(earnedPoints)} 积分`
}
