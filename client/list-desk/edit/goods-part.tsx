import { CATEGORY_MAX_LENGTH, LIST_ITEM_MAX_LENGTH, MAX_LIST_ITEMS } from '@shared/limits'
import type { ListUnit } from '@shared/lists/list'
import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { BigButton } from '../../parts/button'
import { Chips } from '../../parts/chips'
import { Field } from '../../parts/field'
import { type } from '../draft.store'
import { type ItemForm, newItem } from '../plan-form'

/** The goods, a card each; what is seldom needed opens behind 更多. */
export function GoodsPart({ items }: { items: readonly ItemForm[] }): ReactNode {
  const set = (key: string, part: Partial<ItemForm>) =>
    type({ items: items.map((item) => (item.key === key ? { ...item, ...part } : item)) })
  return (
    <>
      <View className="edit-title">有哪些东西</View>
      {items.map((item, place) => (
        <ItemCard
          key={item.key}
          item={item}
          place={place}
          onChange={(part) => set(item.key, part)}
          {...(items.length > 1
            ? { onDrop: () => type({ items: items.filter(({ key }) => key !== item.key) }) }
            : {})}
        />
      ))}
      {items.length < MAX_LIST_ITEMS && (
        <View className="edit-add">
          <BigButton
            className="edit-add-item"
            tone="quiet"
            onTap={() => type({ items: [...items, newItem()] })}
          >
            再加一样
          </BigButton>
        </View>
      )}
    </>
  )
}

interface ItemCardProps {
  item: ItemForm
  place: number
  onChange(part: Partial<ItemForm>): void
  onDrop?(): void
}

const units = [
  { value: 'piece', label: '按份卖' },
  { value: 'jin', label: '按斤卖' },
] as const

function ItemCard({ item, place, onChange, onDrop }: ItemCardProps): ReactNode {
  const [isWide, setWide] = useState(hasMore(item))
  const no = place + 1
  return (
    <View className={`card edit-item edit-item-${no}`}>
      <View className="edit-item-head">
        <View className="card-title figures">第 {no} 样</View>
        {onDrop && (
          <View
            className="edit-item-drop"
            role="button"
            aria-label={`去掉第 ${no} 样`}
            hoverClass="touched"
            onClick={onDrop}
          >
            去掉
          </View>
        )}
      </View>
      <Field
        name={`item-name-${no}`}
        label="名称"
        value={item.name}
        placeholder="例如：红颜草莓"
        maxLength={LIST_ITEM_MAX_LENGTH}
        onChange={(name) => onChange({ name })}
      />
      <Chips<ListUnit>
        name={`item-unit-${no}`}
        label="怎么卖"
        chips={units}
        chosen={[item.unit]}
        onTap={(unit) => onChange({ unit })}
      />
      <PricesOfItem item={item} no={no} onChange={onChange} />
      {isWide ? (
        <MoreOfItem item={item} no={no} onChange={onChange} />
      ) : (
        <View
          className="edit-more"
          role="button"
          hoverClass="touched"
          onClick={() => setWide(true)}
        >
          规格、数量、限购
        </View>
      )}
    </View>
  )
}

function PricesOfItem({ item, no, onChange }: MoreProps): ReactNode {
  return (
    <>
      <Field
        name={`item-price-${no}`}
        label={item.unit === 'jin' ? '每斤（元）' : '价格（元）'}
        reads="money"
        value={item.price}
        placeholder="25.90"
        onChange={(price) => onChange({ price })}
      />
      <Field
        name={`item-member-price-${no}`}
        label="会员价"
        reads="money"
        value={item.memberPrice}
        placeholder="可不填，填了两个价都显示"
        onChange={(memberPrice) => onChange({ memberPrice })}
      />
    </>
  )
}

function hasMore({ spec, stock, limit, category }: ItemForm): boolean {
  return [spec, stock, limit, category].some((typed) => typed !== '')
}

interface MoreProps {
  item: ItemForm
  no: number
  onChange(part: Partial<ItemForm>): void
}

function MoreOfItem({ item, no, onChange }: MoreProps): ReactNode {
  const unit = item.unit === 'jin' ? '斤' : '份'
  return (
    <>
      <Field
        name={`item-spec-${no}`}
        label="规格"
        value={item.spec}
        placeholder="可不填，例如：300 克大盒"
        maxLength={LIST_ITEM_MAX_LENGTH}
        onChange={(spec) => onChange({ spec })}
      />
      <Field
        name={`item-stock-${no}`}
        label={`一共几${unit}`}
        reads={item.unit === 'jin' ? 'halves' : 'count'}
        value={item.stock}
        placeholder="不填就是不限量"
        onChange={(stock) => onChange({ stock })}
      />
      <Field
        name={`item-limit-${no}`}
        label={`每人限几${unit}`}
        reads={item.unit === 'jin' ? 'halves' : 'count'}
        value={item.limit}
        placeholder="不填就是不限"
        onChange={(limit) => onChange({ limit })}
      />
      <Field
        name={`item-category-${no}`}
        label="类别"
        value={item.category}
        placeholder="可不填，例如：水果"
        maxLength={CATEGORY_MAX_LENGTH}
        onChange={(category) => onChange({ category })}
      />
    </>
  )
}
