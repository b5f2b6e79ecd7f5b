import Taro from '@tarojs/taro'
import { api, type InputAt, type OutputAt } from '../api'
import { createPaged } from '../paging'
import { createReading } from '../reading'
import { loadRoles } from '../session/roles.store'
import { createSubmission } from '../submission'

export type ShopFacts = OutputAt<'shop.show'>
export type ShownStore = ShopFacts['stores'][number]
export type ShopChange = OutputAt<'shop.changes'>['changes'][number]
export type ShopWish = Omit<InputAt<'shop.save'>, 'seenRevision'>

/** The shop's facts as they are stored now. */
export const shopStore = createReading('shop.show')
export const saveStore = createSubmission('shop.save')

export function loadShop(): Promise<void> {
  return shopStore.getState().load({})
}

/** What managers changed, the newest first. */
export const changesStore = createPaged(
  {
    ask: (_query: object, cursor) => api.call('shop.changes', cursor ? { cursor } : {}),
    rowsOf: (page) => page.changes,
  },
  {},
)

export function loadChanges(): Promise<void> {
  return changesStore.getState().load({})
}

/** Saves a part of the facts on top of those that she saw; true when it was saved. */
export async function saveShop({ revision }: ShopFacts, wish: ShopWish): Promise<boolean> {
  saveStore.getState().open({ seenRevision: revision, ...wish })
  await saveStore.getState().send()
  const { answer } = saveStore.getState()
  if (!answer) return false
  shopStore.getState().put(answer)
  // A store that opened, or has another name, is hers to choose from at once.
  if (wish.store) loadRoles()
  Taro.showToast({ title: '已保存', icon: 'success' })
  return true
}
