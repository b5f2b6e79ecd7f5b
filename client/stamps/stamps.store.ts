import type { OutputAt } from '../api'
import { createReading } from '../reading'

export type StampCard = NonNullable<OutputAt<'stamps.card'>['card']>

export const cardStore = createReading('stamps.card', { keepAs: 'stamps' })

export function loadCard(): Promise<void> {
  return cardStore.getState().load({})
}
