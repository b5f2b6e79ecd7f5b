import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { currentStore, type OwnStore, servingStore } from '../session/serving.store'
import { Segments } from './segments'

interface StorePickerProps {
  stores: readonly OwnStore[]
  /** After another store was chosen, e.g. to read its purchases. */
  onChosen?(): void
}

/** Who has several stores says in which one she serves; nobody else is asked. */
export function StorePicker({ stores, onChosen }: StorePickerProps): ReactNode {
  const { chosenStoreId, chooseStore } = useStore(servingStore)
  if (stores.length < 2) return null
  return (
    <Segments
      className="desk-stores"
      choices={stores.map(({ storeId, name }) => ({ value: storeId, label: name }))}
      chosen={currentStore(stores, chosenStoreId)?.storeId ?? ''}
      onChoose={(storeId) => {
        chooseStore(storeId)
        onChosen?.()
      }}
    />
  )
}
