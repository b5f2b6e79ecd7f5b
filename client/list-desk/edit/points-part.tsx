import { LIST_ITEM_MAX_LENGTH, MAX_PICKUP_POINTS } from '@shared/limits'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { BigButton } from '../../parts/button'
import { Chips } from '../../parts/chips'
import { Field } from '../../parts/field'
import { type } from '../draft.store'
import { newPoint, type PointForm } from '../plan-form'

interface PointsPartProps {
  points: readonly PointForm[]
  stores: readonly { storeId: string; name: string }[]
}

/** Where it is fetched: at a store, whose staff hand it over, or at her own place. */
export function PointsPart({ points, stores }: PointsPartProps): ReactNode {
  const set = (key: string, part: Partial<PointForm>) =>
    type({ points: points.map((point) => (point.key === key ? { ...point, ...part } : point)) })
  return (
    <View className="card">
      <View className="card-title">自提点</View>
      {points.map((point, place) => (
        <View key={point.key} className="edit-point">
          <Chips
            name={`point-where-${place + 1}`}
            label="在哪里取"
            chips={[
              ...stores.map(({ storeId, name }) => ({ value: storeId, label: name })),
              { value: 'own', label: '我这里' },
            ]}
            chosen={[point.storeId ?? 'own']}
            onTap={(where) => set(point.key, placeOf(where, stores))}
          />
          <Field
            name={`point-name-${place + 1}`}
            label="名称"
            value={point.name}
            placeholder="例如：3 栋楼下"
            maxLength={LIST_ITEM_MAX_LENGTH}
            onChange={(name) => set(point.key, { name })}
          />
          <Field
            name={`point-hours-${place + 1}`}
            label="什么时候取"
            value={point.hours}
            placeholder="例如：周六 9:00–20:00"
            maxLength={LIST_ITEM_MAX_LENGTH}
            onChange={(hours) => set(point.key, { hours })}
          />
          {points.length > 1 && (
            <View
              className="edit-item-drop"
              role="button"
              hoverClass="touched"
              onClick={() => type({ points: points.filter(({ key }) => key !== point.key) })}
            >
              去掉这个自提点
            </View>
          )}
        </View>
      ))}
      {points.length < MAX_PICKUP_POINTS && (
        <BigButton
          className="edit-add-point"
          tone="quiet"
          onTap={() => type({ points: [...points, newPoint()] })}
        >
          再加一个自提点
        </BigButton>
      )}
    </View>
  )
}

/** A store brings its name; at her own place she says which. */
function placeOf(where: string, stores: PointsPartProps['stores']): Partial<PointForm> {
  const store = stores.find(({ storeId }) => storeId === where)
  return store ? { storeId: store.storeId, name: store.name } : { storeId: null, name: '' }
}
