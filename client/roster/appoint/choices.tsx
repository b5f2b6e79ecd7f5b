import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Segments } from '../../parts/segments'
import type { OwnStore } from '../../session/serving.store'

export interface Appointment {
  storeId: string
  role: 'staff' | 'manager' | 'none'
}

const roles = [
  { value: 'staff', label: '店员' },
  { value: 'manager', label: '店长' },
  { value: 'none', label: '结束任命' },
] as const

interface ChoicesProps {
  stores: readonly OwnStore[]
  chosen: Appointment
  onChoose(chosen: Appointment): void
}

/** At which store, and as what. */
export function Choices({ stores, chosen, onChoose }: ChoicesProps): ReactNode {
  return (
    <>
      <View className="appoint-label">门店</View>
      <Segments
        className="appoint-stores"
        choices={stores.map(({ storeId, name }) => ({ value: storeId, label: name }))}
        chosen={chosen.storeId}
        onChoose={(storeId) => onChoose({ ...chosen, storeId })}
      />
      <View className="appoint-label">身份</View>
      <Segments<Appointment['role']>
        className="appoint-roles"
        choices={roles}
        chosen={chosen.role}
        onChoose={(role) => onChoose({ ...chosen, role })}
      />
    </>
  )
}
