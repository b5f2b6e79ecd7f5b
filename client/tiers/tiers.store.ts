import type { OutputAt } from '../api'
import { createReading } from '../reading'

export type MyTier = OutputAt<'tiers.mine'>
export type TierRow = OutputAt<'tiers.table'>['tiers'][number]

export const mineStore = createReading('tiers.mine', { keepAs: 'my-tier' })
export const tableStore = createReading('tiers.table', { keepAs: 'tiers' })

/** Both are asked at once: the page shows hers as soon as it is there. */
export async function loadTiers(): Promise<void> {
  await Promise.all([mineStore.getState().load({}), tableStore.getState().load({})])
}
