import { createStore } from 'zustand/vanilla'
import { loadHome } from '../session/home.store'
import type { Refused } from '../submission'
import {
  cancelStore,
  changeStore,
  claimStore,
  joinListStore,
  joinShopStore,
  type ListShown,
  listStore,
  loadList,
  noteLeft,
  takeUpStore,
} from './list.store'
import { changeOf, emptyOrder, type OrderForm, orderOf, standing, wishOf } from './order-form'

/** `done`: she has her number, and is told so. */
export type OpenSheet = 'none' | 'order' | 'done' | 'cancel' | 'claim'

interface Ordering {
  readonly sheet: OpenSheet
  readonly form: OrderForm
  /** The row that she says is hers. */
  readonly claimedNo: number
}

const nothing: OrderForm = {
  ...{ quantities: {}, ifShort: {}, ifSoldOut: 'none', pickupPointId: '', remark: '' },
}

export const orderStore = createStore<Ordering>(() => ({
  sheet: 'none',
  form: nothing,
  claimedNo: 0,
}))

/** Opens the sheet with her entry as it stands, or with nothing chosen yet. */
export function openOrder(list: ListShown): void {
  for (const store of [joinListStore, changeStore, joinShopStore]) store.getState().close()
  const mine = standing(list)
  const form = mine ? orderOf(mine) : emptyOrder(list)
  orderStore.setState({ sheet: 'order', form })
}

export function setOrder(part: Partial<OrderForm>): void {
  orderStore.setState({ form: { ...orderStore.getState().form, ...part } })
}

export function closeSheet(): void {
  orderStore.setState({ sheet: 'none' })
}

/** Joins, or changes the entry that she has; who is no member yet joins the shop on the way. */
export async function sendOrder(list: ListShown): Promise<void> {
  if (isSending()) return
  const { form } = orderStore.getState()
  if (!list.isMember && !(await joinShop())) return
  const mine = standing(list)
  if (mine) {
    changeStore.getState().open({ entryId: mine.entryId, ...changeOf(form) })
    await changeStore.getState().send()
  } else {
    const { listId } = list
    joinListStore.getState().open({ listId, ...wishOf(form), ifSoldOut: form.ifSoldOut })
    await joinListStore.getState().send()
  }
  const { refused } = (mine ? changeStore : joinListStore).getState()
  if (refused) noteStock(refused)
  else orderStore.setState({ sheet: mine ? 'none' : 'done' })
  await loadList()
}

async function joinShop(): Promise<boolean> {
  joinShopStore.getState().open({})
  await joinShopStore.getState().send()
  if (joinShopStore.getState().answer === null) return false
  loadHome()
  return true
}

function isSending(): boolean {
  const stores = [joinShopStore, joinListStore, changeStore]
  return stores.some((store) => store.getState().sending)
}

/** Sold out while she chose: the form stays, with what is left now. */
function noteStock({ code, detail: { itemId, leftCount } }: Refused): void {
  if (code !== 'SOLD_OUT') return
  if (typeof itemId === 'string' && typeof leftCount === 'number') noteLeft(itemId, leftCount)
}

export function askCancel(entryId: string): void {
  cancelStore.getState().open({ entryId })
  orderStore.setState({ sheet: 'cancel' })
}

export async function sendCancel(): Promise<void> {
  await cancelStore.getState().send()
  if (cancelStore.getState().answer) closeSheet()
  await loadList()
}

/** A place was kept for her: she takes it. */
export async function takeUp(entryId: string): Promise<void> {
  if (takeUpStore.getState().sending) return
  takeUpStore.getState().open({ entryId })
  await takeUpStore.getState().send()
  await loadList()
}

export function askClaim(entryNo: number): void {
  claimStore.getState().open({ listId: listStore.getState().listId, entryNo })
  orderStore.setState({ sheet: 'claim', claimedNo: entryNo })
}

export async function sendClaim(): Promise<void> {
  await claimStore.getState().send()
  await loadList()
}
