import { ENTRY_NAME_MAX_LENGTH, ENTRY_REMARK_MAX_LENGTH } from '@shared/limits'
import { readPhone } from '@shared/reading/phone'
import { View } from '@tarojs/components'
import { type ReactNode, useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { BigButton } from '../../parts/button'
import { Chips } from '../../parts/chips'
import { Field } from '../../parts/field'
import { itemText, quantityText } from '../../parts/list-words'
import { Refused } from '../../parts/refused'
import { Sheet } from '../../parts/sheet'
import { Stepper } from '../../parts/stepper'
import { changeForStore, type DeskEntry, joinForStore } from '../entries.store'
import { changeForOf, emptyFor, type ForForm, missingFor, wishFor } from '../for-form'
import type { OwnedShown } from '../owned.store'

interface ForSheetProps {
  list: OwnedShown
  /** One that is changed; a new one without it. */
  entry?: DeskEntry
  onClose(): void
  onDone(): void
}

/** 代接龙: an entry for somebody without an account, by a name; her phone lets her take it over. */
export function ForSheet({ list, entry, onClose, onDone }: ForSheetProps): ReactNode {
  const [form, setForm] = useState(() => emptyFor(list, entry))
  const store = entry ? changeForStore : joinForStore
  const { sending, refused } = useStore(store)
  const set = (part: Partial<ForForm>) => setForm({ ...form, ...part })
  const missing = missingFor(form)
  useEffect(() => {
    for (const each of [changeForStore, joinForStore]) each.getState().close()
  }, [])
  const send = async () => {
    if (entry) {
      changeForStore.getState().open({ entryId: entry.entryId, ...changeForOf(form) })
    } else {
      const phone = readPhone(form.phone)
      const name = form.name.trim()
      const who = { listId: list.listId, name, ...(phone.ok ? { phone: phone.value } : {}) }
      joinForStore.getState().open({ ...who, ...wishFor(form) })
    }
    await store.getState().send()
    if (store.getState().answer) onDone()
  }
  return (
    <Sheet open title={entry ? `代改 · ${entry.name}` : '代接龙'} {...(sending ? {} : { onClose })}>
      {!entry && <WhoPart form={form} onChange={set} />}
      {list.items.map((item) => (
        <View key={item.itemId} className="for-item">
          <View className="for-item-words">
            <View>{itemText(item)}</View>
            {item.leftCount !== null && (
              <View className="soft figures">还剩 {quantityText(item.leftCount, item.unit)}</View>
            )}
          </View>
          <Stepper
            label={itemText(item)}
            name={`for-${item.itemId}`}
            value={form.quantities[item.itemId] ?? 0}
            step={item.unit === 'piece' ? 1 : 0.5}
            most={item.limitPerMember ?? 999}
            {...(item.unit === 'jin' ? { unit: '斤' } : {})}
            onChange={(value) => set({ quantities: { ...form.quantities, [item.itemId]: value } })}
          />
        </View>
      ))}
      <WherePart list={list} form={form} onChange={set} />
      <Refused className="for-refused" message={refused?.message} />
      <BigButton className="for-send" busy={sending} disabled={missing !== null} onTap={send}>
        {missing ?? (entry ? '就这样改' : '接上')}
      </BigButton>
    </Sheet>
  )
}

interface PartProps {
  form: ForForm
  onChange(part: Partial<ForForm>): void
}

function WhoPart({ form, onChange }: PartProps): ReactNode {
  return (
    <>
      <Field
        name="for-name"
        label="名字"
        value={form.name}
        placeholder="例如：5 栋王阿姨"
        maxLength={ENTRY_NAME_MAX_LENGTH}
        onChange={(name) => onChange({ name })}
      />
      <Field
        name="for-phone"
        label="手机号"
        reads="phone"
        value={form.phone}
        placeholder="可不填，填了可自己认领"
        onChange={(phone) => onChange({ phone })}
      />
    </>
  )
}

function WherePart({ list, form, onChange }: PartProps & { list: OwnedShown }): ReactNode {
  const { pickupPoints } = list
  return (
    <View className="for-where">
      {pickupPoints.length > 1 && (
        <Chips
          name="for-point"
          label="自提点"
          chips={pickupPoints.map(({ pickupPointId, name }) => ({
            value: pickupPointId,
            label: name,
          }))}
          chosen={[form.pickupPointId]}
          onTap={(pickupPointId) => onChange({ pickupPointId })}
        />
      )}
      <Field
        name="for-remark"
        label="备注"
        value={form.remark}
        placeholder="可不填"
        maxLength={ENTRY_REMARK_MAX_LENGTH}
        onChange={(remark) => onChange({ remark })}
      />
    </View>
  )
}
