import { ENTRY_NAME_MAX_LENGTH } from '@shared/limits'
import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { BigButton } from '../../parts/button'
import { Field } from '../../parts/field'
import { itemText } from '../../parts/list-words'
import { Stepper } from '../../parts/stepper'
import type { OwnedShown } from '../owned.store'
import { answerDoubt, type ReadText } from '../paste.store'

interface DoubtProps {
  doubt: ReadText['doubts'][number]
  /** `1 / 3`. */
  place: string
  items: OwnedShown['items']
}

/** One line that cannot be told: what it says, why not, and what she makes of it. */
export function Doubt({ doubt, place, items }: DoubtProps): ReactNode {
  const [name, setName] = useState('')
  const [quantities, setQuantities] = useState<Readonly<Record<string, number>>>({})
  const lines = Object.entries(quantities)
    .filter(([, quantity]) => quantity > 0)
    .map(([itemId, quantity]) => ({ itemId, quantity }))
  const missing = name.trim() === '' ? '写上名字' : lines.length === 0 ? '选上份数' : null
  return (
    <>
      <View className="card doubt">
        <View className="doubt-place soft figures">拿不准的 {place}</View>
        <View className="doubt-text">{doubt.text}</View>
        <View className="doubt-reason">{doubt.reason}</View>
      </View>
      <Field
        name="doubt-name"
        label="名字"
        value={name}
        placeholder="是谁接的"
        maxLength={ENTRY_NAME_MAX_LENGTH}
        onChange={setName}
      />
      <View className="card">
        {items.map((item) => (
          <View key={item.itemId} className="doubt-item">
            <View className="doubt-item-name">{itemText(item)}</View>
            <Stepper
              label={itemText(item)}
              name={`doubt-${item.itemId}`}
              value={quantities[item.itemId] ?? 0}
              step={item.unit === 'piece' ? 1 : 0.5}
              most={999}
              {...(item.unit === 'jin' ? { unit: '斤' } : {})}
              onChange={(value) => setQuantities({ ...quantities, [item.itemId]: value })}
            />
          </View>
        ))}
      </View>
      <BigButton
        className="doubt-take"
        disabled={missing !== null}
        onTap={() => answerDoubt({ number: doubt.number, name: name.trim(), lines })}
      >
        {missing ?? '就这样收'}
      </BigButton>
      <View className="doubt-skip">
        <BigButton className="doubt-leave" tone="quiet" onTap={() => answerDoubt(null)}>
          这一行不收
        </BigButton>
      </View>
    </>
  )
}
