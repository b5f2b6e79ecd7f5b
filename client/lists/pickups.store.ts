import type { OutputAt } from '../api'
import { createReading } from '../reading'
import { createSubmission } from '../submission'

export type WaitingLine = OutputAt<'lists.mine'>['lines'][number]

/** What waits for her; kept, since it is looked for in a shop without network. */
export const pickupsStore = createReading('lists.mine', { keepAs: 'list-pickups' })
export const proxyStore = createSubmission('lists.proxyCode')
export const damageStore = createSubmission('lists.reportDamage')

export function loadPickups(): Promise<void> {
  return pickupsStore.getState().load({})
}

/** Another code: the one before it is dead from then on. */
export async function newProxyCode(): Promise<void> {
  if (proxyStore.getState().sending) return
  proxyStore.getState().open({})
  await proxyStore.getState().send()
  await loadPickups()
}
