import { View } from '@tarojs/components'
import { useLoad, useRouter, useUnload } from '@tarojs/taro'
import { type ReactNode, useState } from 'react'
import { useStore } from 'zustand'
import { Notice, PageState } from '../../page-state'
import { Bones } from '../../parts/bone'
import { BigButton } from '../../parts/button'
import { ConfirmSheet } from '../../parts/confirm-sheet'
import { FieldBox } from '../../parts/field'
import { itemText, quantityText, shortageWords } from '../../parts/list-words'
import { ForCommunityDesk } from '../../session/for-community'
import { arriveStore } from '../arrival.store'
import {
  type ArrivalForm,
  allArrived,
  arrivalWish,
  arrivedOf,
  differenceText,
  type ItemArrival,
  isOpen,
  missingInArrival,
} from '../arrival-form'
import { totalsStore } from '../entries.store'
import { shownStore } from '../owned.store'
import './index.scss'
import { ShareOut } from './share-out'

/** What arrived of each item: the rule that everybody knew shares it out. `?listId=` */
export default function ArrivalPage(): ReactNode {
  const { listId = '' } = useRouter().params
  const shown = useStore(totalsStore)
  const answer = useStore(arriveStore, (state) => state.answer)
  const reload = () => totalsStore.getState().load({ listId })
  useLoad(() => {
    totalsStore.setState(totalsStore.getInitialState())
    arriveStore.getState().close()
    shownStore.getState().load({ listId })
    reload()
  })
  useUnload(() => arriveStore.getState().close())
  return (
    <ForCommunityDesk className="list-arrival">
      {() => (
        <PageState shown={shown} skeleton={<Bones shape="row" count={5} />} onRetry={reload}>
          {({ arrivals: items }) =>
            answer ? (
              <ShareOut listId={listId} answer={answer} items={items} />
            ) : items.length === 0 ? (
              <Notice icon="lists" title="没有要登记的" text="这一单没有人订，不用登记到货" />
            ) : (
              <Form listId={listId} items={items} />
            )
          }
        </PageState>
      )}
    </ForCommunityDesk>
  )
}

interface FormProps {
  listId: string
  items: readonly ItemArrival[]
}

function Form({ listId, items }: FormProps): ReactNode {
  const [form, setForm] = useState<ArrivalForm>(() => allArrived(items))
  const { wish, sending, refused, close } = useStore(arriveStore)
  const shortage = useStore(shownStore, ({ data }) => data?.shortage ?? 'byNumber')
  const missing = missingInArrival(items, form)
  const ask = () => arriveStore.getState().open({ listId, items: arrivalWish(items, form) })
  return (
    <>
      <View className="arrival-hint soft">
        先按都到齐填好了，少了的改一下；还没到的清空，下次再登记。{shortageWords[shortage]}。
      </View>
      <View className="card">
        {items.map((item) => (
          <ItemLine
            key={item.itemId}
            item={item}
            typed={form[item.itemId] ?? ''}
            onChange={(typed) => setForm({ ...form, [item.itemId]: typed })}
          />
        ))}
      </View>
      <BigButton className="arrival-look" disabled={missing !== null} onTap={ask}>
        {missing ?? '登记到货'}
      </BigButton>
      <ConfirmSheet
        name="arrive"
        open={wish !== null}
        title="登记后马上分，不能再改"
        sending={sending}
        refused={refused?.message}
        step={{ label: '登记并通知邻居', onTap: () => arriveStore.getState().send() }}
        onClose={close}
      >
        {items.filter(isOpen).map((item) => {
          const arrived = arrivedOf(form[item.itemId], item.unit)
          if (arrived === null) return null
          const less = differenceText(item, arrived)
          return (
            <View key={item.itemId}>
              {itemText(item)}：到 {quantityText(arrived, item.unit)}
              {less ? `（${less}）` : ''}
            </View>
          )
        })}
      </ConfirmSheet>
    </>
  )
}

interface ItemLineProps {
  item: ItemArrival
  typed: string
  onChange(typed: string): void
}

function ItemLine({ item, typed, onChange }: ItemLineProps): ReactNode {
  const { unit, orderedQuantity, arrivedQuantity } = item
  const difference = differenceText(item, arrivedQuantity ?? arrivedOf(typed, unit))
  return (
    <View className="arrival-item">
      <View className="arrival-words">
        <View>{itemText(item)}</View>
        <View className="soft figures">订了 {quantityText(orderedQuantity, unit)}</View>
        {difference && <View className="arrival-less figures">{difference}</View>}
      </View>
      {arrivedQuantity === null ? (
        <FieldBox
          className={`arrival-count arrived-${item.itemId}`}
          label={`${itemText(item)}到了多少`}
          reads={unit === 'jin' ? 'halves' : 'count'}
          value={typed}
          placeholder="没到"
          onChange={onChange}
        />
      ) : (
        <View className="soft figures">到了 {quantityText(arrivedQuantity, unit)}</View>
      )}
    </View>
  )
}
