import { visibleText } from '@shared/members/search-text'
import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { useStore } from 'zustand'
import { serverNow } from '../../clock'
import { countText, momentText, shortDay, yuanText } from '../../format'
import { Notice } from '../../page-state'
import type { Page, PagedStore } from '../../paging'
import { Bones } from '../../parts/bone'
import { PagedList, usePagedList } from '../../parts/paged-list'
import { Row } from '../../parts/row'
import { StorePicker } from '../../parts/store-picker'
import { open, routes } from '../../routes'
import { ForStaff } from '../../session/for-staff'
import { currentStore, type OwnStore, servingStore } from '../../session/serving.store'
import { byDay } from '../days'
import {
  findPurchases,
  foundPurchasesStore,
  loadPurchases,
  type PurchaseRow,
  purchasesStore,
} from '../purchases.store'
import { SearchBar } from './search-bar'
import './index.scss'

/** The store's purchases, or those looked for, the newest first; a tap opens it. */
export default function PurchasesPage(): ReactNode {
  const [asked, setAsked] = useState('')
  const isSearch = asked !== ''
  const load = () => (isSearch ? findPurchases(asked) : loadPurchases())
  usePagedList(isSearch ? foundPurchasesStore : purchasesStore, load)
  const ask = (text: string) => {
    setAsked(visibleText(text))
    if (visibleText(text) !== '') findPurchases(text)
  }
  return (
    <ForStaff className="purchases-page">
      {({ stores }) => <Purchases stores={stores} asked={asked} onAsk={ask} onLoad={load} />}
    </ForStaff>
  )
}

interface PurchasesProps {
  stores: readonly OwnStore[]
  /** What is looked for; empty: the whole list. */
  asked: string
  onAsk(text: string): void
  onLoad(): void
}

function Purchases({ stores, asked, onAsk, onLoad }: PurchasesProps): ReactNode {
  const chosenStoreId = useStore(servingStore, (serving) => serving.chosenStoreId)
  const mustChoose = stores.length > 1 && currentStore(stores, chosenStoreId) === null
  const isSearch = asked !== ''
  return (
    <>
      <StorePicker stores={stores} onChosen={onLoad} />
      {mustChoose ? (
        <Notice icon="store" title="先选门店" text="选一家门店，看它的消费记录" />
      ) : (
        <>
          <SearchBar onAsk={onAsk} />
          {isSearch ? (
            <DayList
              key="found"
              list={foundPurchasesStore}
              empty={
                <Notice
                  icon="store"
                  title="没有找到"
                  text="请核对小票号、金额，或会员昵称的第一个字"
                />
              }
              onRetry={onLoad}
            />
          ) : (
            <DayList
              key="all"
              list={purchasesStore}
              empty={
                <Notice
                  icon="store"
                  title="还没有消费记录"
                  text="扫会员码收款后，每一笔都会列在这里"
                />
              }
              onRetry={onLoad}
            />
          )}
        </>
      )}
    </>
  )
}

interface DayListProps<T extends Page, Q> {
  list: PagedStore<T, PurchaseRow, Q>
  empty: ReactNode
  onRetry(): void
}

/** The rows under the days on which they were booked. */
function DayList<T extends Page, Q>({ list, empty, onRetry }: DayListProps<T, Q>): ReactNode {
  return (
    <PagedList
      list={list}
      skeleton={<Bones shape="row" count={6} />}
      empty={empty}
      onRetry={onRetry}
    >
      {(rows) =>
        byDay(rows, serverNow()).map(({ on, label, rows: some }) => (
          <View key={on}>
            <View className="purchase-day-label figures">{label}</View>
            <View className="card rows">
              {some.map((row) => (
                <Purchase key={row.purchaseId} row={row} />
              ))}
            </View>
          </View>
        ))
      }
    </PagedList>
  )
}

function Purchase({ row }: { row: PurchaseRow }): ReactNode {
  const { purchaseId, maskedName, paidFen, settledAt, receiptNo, state } = row
  const { businessOn, isForgotten } = row
  const refunded = state === 'refunded'
  const forgotten = isForgotten ? ` · 补积分 ${shortDay(businessOn)}` : ''
  const receipt = receiptNo ? ` · 小票 ${receiptNo}` : ''
  return (
    <Row
      className="purchase"
      marks={{ 'data-purchase': purchaseId }}
      title={maskedName}
      notes={[`${momentText(settledAt).slice(11)}${forgotten}${receipt}`]}
      figure={`¥${yuanText(paidFen)}`}
      {...(refunded ? { figureTone: 'struck' } : {})}
      onOpen={() => open(routes.storePurchase, { purchaseId })}
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
