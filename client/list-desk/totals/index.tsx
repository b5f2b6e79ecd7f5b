import { View } from '@tarojs/components'
import Taro, { useDidShow, useLoad, usePullDownRefresh, useRouter } from '@tarojs/taro'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { yuanText } from '../../format'
import { Notice, PageState } from '../../page-state'
import { Bones } from '../../parts/bone'
import { BigButton } from '../../parts/button'
import { itemText, quantityText } from '../../parts/list-words'
import { ForCommunityDesk } from '../../session/for-community'
import { type Totals, totalsStore } from '../entries.store'
import { sheetText } from '../totals-words'
import './index.scss'

/** What is to be bought: by item, and of each what goes to which point. `?listId=` */
export default function TotalsPage(): ReactNode {
  const { listId = '' } = useRouter().params
  const shown = useStore(totalsStore)
  const reload = () => totalsStore.getState().load({ listId })
  useLoad(() => totalsStore.setState(totalsStore.getInitialState()))
  useDidShow(() => {
    reload()
  })
  usePullDownRefresh(() => {
    reload().then(() => Taro.stopPullDownRefresh())
  })
  return (
    <ForCommunityDesk className="list-totals">
      {() => (
        <PageState shown={shown} skeleton={<Bones shape="row" count={6} />} onRetry={reload}>
          {(totals) =>
            totals.entryCount === 0 ? (
              <Notice icon="lists" title="还没有人接龙" text="有人接了，这里就有采购单" />
            ) : (
              <Sheets totals={totals} />
            )
          }
        </PageState>
      )}
    </ForCommunityDesk>
  )
}

function Sheets({ totals }: { totals: Totals }): ReactNode {
  const { items, points, entryCount, amountFen, waitingCount } = totals
  const itemOf = (itemId: string) => items.find((item) => item.itemId === itemId)
  return (
    <>
      <View className="card">
        <View className="card-title figures">一共 {entryCount} 人</View>
        {items.map((item) => (
          <TotalLine
            key={item.itemId}
            name={itemText(item)}
            quantity={quantityText(item.quantity, item.unit)}
            amountFen={item.amountFen}
          />
        ))}
        <TotalLine name="合计" quantity="" amountFen={amountFen} isSum />
        {waitingCount > 0 && (
          <View className="soft figures">另有 {waitingCount} 人候补，不算在内</View>
        )}
      </View>
      {points
        .filter(({ items: own }) => own.length > 0)
        .map((point) => (
          <View key={point.pickupPointId} className="card">
            <View className="card-title">{point.name}</View>
            {point.items.map(({ itemId, quantity, amountFen: fen }) => {
              const item = itemOf(itemId)
              return item ? (
                <TotalLine
                  key={itemId}
                  name={itemText(item)}
                  quantity={quantityText(quantity, item.unit)}
                  amountFen={fen}
                />
              ) : null
            })}
          </View>
        ))}
      <BigButton
        className="totals-copy"
        tone="quiet"
        onTap={() => Taro.setClipboardData({ data: sheetText(totals) })}
      >
        复制采购单
      </BigButton>
    </>
  )
}

interface TotalLineProps {
  name: string
  quantity: string
  amountFen: number
  isSum?: boolean
}

function TotalLine({ name, quantity, amountFen, isSum = false }: TotalLineProps): ReactNode {
  return (
    <View className={`total-line figures ${isSum ? 'total-sum' : ''}`}>
      <View className="total-name">{name}</View>
      <View className="total-quantity">{quantity}</View>
      <View className="total-amount">¥{yuanText(amountFen)}</View>
    </View>
  )
}
