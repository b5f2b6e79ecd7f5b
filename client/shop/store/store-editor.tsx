import {
  ADDRESS_MAX_LENGTH,
  HOURS_MAX_LENGTH,
  SHOP_NAME_MAX_LENGTH,
  STORE_PHONE_MAX_LENGTH,
} from '@shared/limits'
import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { useStore } from 'zustand'
import { BigButton } from '../../parts/button'
import { Field } from '../../parts/field'
import { Line } from '../../parts/line'
import { RefusalSheet } from '../../parts/refusal-sheet'
import { refusedText } from '../../parts/refused-text'
import { Problem, TypedLine } from '../../parts/typed-line'
import { goBack } from '../../routes'
import { loadShop, type ShopFacts, type ShownStore, saveShop, saveStore } from '../shop.store'
import {
  isSameStore,
  type StoreForm,
  type StoreProblems,
  storeFormOf,
  storeOf,
  storeProblems,
} from '../store-form'
import { PlacePart } from './place-part'

interface StoreEditorProps {
  facts: ShopFacts
  /** Null: it opens now. */
  store: ShownStore | null
}

/** Name and address are the owner's to write, the rest also the store's manager's. */
export function StoreEditor({ facts, store }: StoreEditorProps): ReactNode {
  const [form, setForm] = useState(() => storeFormOf(store))
  const { sending, refused, close } = useStore(saveStore)
  const others = facts.stores.filter(({ storeId }) => storeId !== store?.storeId)
  const problems = storeProblems(form, others)
  const isSame = isSameStore(form, store)
  const isReady = !isSame && Object.keys(problems).length === 0
  const change = (part: Partial<StoreForm>) => setForm({ ...form, ...part })
  const save = async () => {
    const named = store ? { storeId: store.storeId } : {}
    if (await saveShop(facts, { store: { ...named, ...storeOf(form) } })) goBack()
  }
  const lookAgain = () => {
    close()
    loadShop()
  }
  return (
    <>
      <HeldNote facts={facts} store={store} />
      {facts.isOwner ? (
        <NamePart form={form} problems={store || form.name ? problems : {}} onChange={change} />
      ) : (
        <View className="card">
          <Line label="门店名称" value={form.name} strong />
          <Line label="地址" value={form.address || '还没有'} />
          <View className="soft store-owner">名称和地址由店主填写</View>
        </View>
      )}
      <ReachPart form={form} problems={problems} onChange={change} />
      <BigButton className="store-save" busy={sending} disabled={!isReady} onTap={save}>
        {isSame ? '没有改动' : store ? '保存' : '添加这家门店'}
      </BigButton>
      <RefusalSheet
        title="还没有保存"
        message={refused ? refusedText(refused) : null}
        {...(refused?.code === 'SHOP_CHANGED'
          ? { step: { label: '看最新内容', onTap: lookAgain } }
          : {})}
        onClose={close}
      />
    </>
  )
}

interface PartProps {
  form: StoreForm
  problems: StoreProblems
  onChange(part: Partial<StoreForm>): void
}

function NamePart({ form, problems, onChange }: PartProps): ReactNode {
  return (
    <View className="card">
      <TypedLine
        name="store-name"
        label="门店名称"
        value={form.name}
        placeholder="例如：梧桐里店"
        maxLength={SHOP_NAME_MAX_LENGTH}
        onChange={(name) => onChange({ name })}
        problem={problems.name}
      />
      <Field
        name="store-address"
        label="地址"
        value={form.address}
        placeholder="例如：梧桐里小区东门往南 50 米"
        maxLength={ADDRESS_MAX_LENGTH}
        onChange={(address) => onChange({ address })}
      />
    </View>
  )
}

/** How members find it: open, by phone, on the map. */
function ReachPart({ form, problems, onChange }: PartProps): ReactNode {
  return (
    <View className="card">
      <Field
        name="store-hours"
        label="营业时间"
        value={form.hours}
        placeholder="例如：每天 07:00–21:00"
        maxLength={HOURS_MAX_LENGTH}
        onChange={(hours) => onChange({ hours })}
      />
      <TypedLine
        name="store-phone"
        label="电话"
        value={form.phone}
        placeholder="会员在首页一点就能拨打"
        maxLength={STORE_PHONE_MAX_LENGTH}
        onChange={(phone) => onChange({ phone })}
        problem={problems.phone}
      />
      <PlacePart value={form.place} onChange={(place) => onChange({ place })} />
      <Problem text={problems.place} />
    </View>
  )
}

const heldWords: Readonly<Record<string, string>> = {
  name: '名称',
  address: '地址',
  hours: '营业时间',
}

function HeldNote({ facts, store }: StoreEditorProps): ReactNode {
  const held = facts.heldFields.filter(({ storeId }) => store && storeId === store.storeId)
  if (held.length === 0) return null
  const words = held.map(({ field }) => heldWords[field] ?? '').join('、')
  return (
    <View className="store-held">
      {words}的改动在等人工审核，通过后才会显示；现在显示的还是原来的
    </View>
  )
}
