import { ENTRY_REMARK_MAX_LENGTH } from '@shared/limits'
import type { ShortChoice, SoldOutChoice } from '@shared/lists/list'

import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { yuanText } from '../../format'
import { BigButton } from '../../parts/button'
import { Chips } from '../../parts/chips'
import { Field } from '../../parts/field'
import { itemText, quantityText } from '../../parts/list-words'
import { Refused } from '../../parts/refused'
import { Sheet } from '../../parts/sheet'
import { Stepper } from '../../parts/stepper'
import type { ListShown, ShownItem } from '../list.store'
import { changeStore, joinListStore, joinShopStore } from '../list.store'
import { closeSheet, orderStore, sendOrder, setOrder } from '../order.store'
import { leftFor, missingIn, mostOf, mustQueue, standing, stepOf, totalFen } from '../order-form'
import { Consent } from './consent'
import { Prices } from './goods'

/** How much of what, where to fetch it, and what is to be done where it does not suffice. */
export function OrderSheet({ list }: { list: ListShown }): ReactNode {
  const form = useStore(orderStore, (state) => state.form)
  const sending = useSending()
  const missing = missingIn(form, list)
  const isChange = standing(list) !== null
  const verb = isChange ? '确认修改' : list.isMember ? '确认接龙' : '同意入会并接龙'
  return (
    <Sheet
      open
      title={isChange ? '修改接龙' : '我要接龙'}
      {...(sending ? {} : { onClose: closeSheet })}
    >
      {list.items.map((item) => (
        <ItemLine key={item.itemId} item={item} list={list} />
      ))}
      <SoldOut list={list} />
      <Points list={list} />
      <Field
        name="order-remark"
        label="备注"
        value={form.remark}
        placeholder="可不填，例如：要熟一点的"
        maxLength={ENTRY_REMARK_MAX_LENGTH}
        onChange={(remark) => setOrder({ remark })}
      />
      {!list.isMember && <Consent />}
      <View className="order-sum figures">
        <View className="soft">
          {list.items.some(({ unit }) => unit === 'jin') ? '预估，按实重结算' : '合计'}
        </View>
        <View className="order-total">¥{yuanText(totalFen(list.items, form))}</View>
      </View>
      <OrderRefused />
      <BigButton
        className="order-confirm"
        busy={sending}
        disabled={missing !== null}
        onTap={() => sendOrder(list)}
      >
        {missing ?? verb}
      </BigButton>
    </Sheet>
  )
}

function useSending(): boolean {
  const isJoining = useStore(joinListStore, (state) => state.sending)
  const isChanging = useStore(changeStore, (state) => state.sending)
  const isEnrolling = useStore(joinShopStore, (state) => state.sending)
  return isJoining || isChanging || isEnrolling
}

function OrderRefused(): ReactNode {
  const joining = useStore(joinListStore, (state) => state.refused)
  const changing = useStore(changeStore, (state) => state.refused)
  const enrolling = useStore(joinShopStore, (state) => state.refused)
  const refused = joining ?? changing ?? enrolling
  const isUnknown = refused?.code === 'OFFLINE'
  const message = isUnknown
    ? '网络不太顺畅，还不知道接上没有。再试一次，不会多接'
    : refused?.message
  return <Refused className="order-refused" message={message} />
}

const shortChoices = [
  { value: 'less', label: '少给也行' },
  { value: 'drop', label: '不够就不要' },
] as const

function ItemLine({ item, list }: { item: ShownItem; list: ListShown }): ReactNode {
  const form = useStore(orderStore, (state) => state.form)
  const { itemId, unit } = item
  const quantity = form.quantities[itemId] ?? 0
  const mine = standing(list)
  const queues = mustQueue(item, quantity, mine)
  const left = leftFor(item, mine)
  return (
    <View className="order-item">
      <View className="order-item-head">
        <View className="order-item-words">
          <View className="order-item-name">{itemText(item)}</View>
          {left !== null && (
            <View className={`figures ${queues ? 'list-stock-none' : 'soft'}`}>
              {left > 0 ? `还剩 ${quantityText(left, unit)}` : '抢完了'}
              {queues && '，要排队'}
            </View>
          )}
          <Prices item={item} />
        </View>
        <Stepper
          label={itemText(item)}
          name={`item-${itemId}`}
          value={quantity}
          step={stepOf(item)}
          most={mostOf(item)}
          {...(unit === 'jin' ? { unit: '斤' } : {})}
          onChange={(value) => setOrder({ quantities: { ...form.quantities, [itemId]: value } })}
        />
      </View>
      {quantity > stepOf(item) && (
        <View className="order-short">
          <View className="soft">到货不够时</View>
          <Chips<ShortChoice>
            name={`short-${itemId}`}
            label={`${itemText(item)}到货不够时`}
            chips={shortChoices}
            chosen={[form.ifShort[itemId] ?? 'less']}
            onTap={(choice) => setOrder({ ifShort: { ...form.ifShort, [itemId]: choice } })}
          />
        </View>
      )}
    </View>
  )
}

const soldOutChoices = [
  { value: 'fill', label: '轮到就成交' },
  { value: 'hold', label: '先替我留着' },
] as const satisfies readonly { value: SoldOutChoice; label: string }[]

/** Whoever queues says beforehand what is to happen when it is her turn. */
function SoldOut({ list }: { list: ListShown }): ReactNode {
  const form = useStore(orderStore, (state) => state.form)
  const queues = list.items.some((item) => mustQueue(item, form.quantities[item.itemId] ?? 0, null))
  if (!queues || standing(list)) return null
  return (
    <View className="order-part order-queue">
      <View className="order-label">缺货了，排队等补位</View>
      <Chips<SoldOutChoice>
        name="sold-out"
        label="排队时怎么办"
        chips={soldOutChoices}
        chosen={[form.ifSoldOut]}
        onTap={(ifSoldOut) => setOrder({ ifSoldOut })}
      />
      <View className="soft">
        {form.ifSoldOut === 'hold'
          ? '轮到时名额先给您留着，留到几点会告诉您（早八点到晚十点计时，最晚到截单），接下才算数'
          : '轮到时直接成交，会告诉您'}
      </View>
    </View>
  )
}

function Points({ list }: { list: ListShown }): ReactNode {
  const chosen = useStore(orderStore, (state) => state.form.pickupPointId)
  const { pickupPoints } = list
  const point = pickupPoints.find(({ pickupPointId }) => pickupPointId === chosen)
  return (
    <View className="order-part">
      <View className="order-label">自提点</View>
      {pickupPoints.length > 1 && (
        <Chips
          name="point"
          label="自提点"
          chips={pickupPoints.map(({ pickupPointId, name }) => ({
            value: pickupPointId,
            label: name,
          }))}
          chosen={[chosen]}
          onTap={(pickupPointId) => setOrder({ pickupPointId })}
        />
      )}
      {point && (
        <View className="soft figures">
          {pickupPoints.length === 1 ? point.name : ''}
          {point.hours !== '' ? ` ${point.hours}` : ''}
        </View>
      )}
    </View>
  )
}
