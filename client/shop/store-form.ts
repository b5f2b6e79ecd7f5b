import type { Place } from '@shared/checkin/nearness'
import { placeText, problemsInStore, type StoreWords } from '@shared/shop/shop-facts'
import { readStorePhone } from '@shared/shop/store-phone'

/** What is typed of a store; its point as `31.230400,121.473700`, or nothing. */
export interface StoreForm {
  readonly name: string
  readonly address: string
  readonly hours: string
  readonly phone: string
  readonly place: string
}

export type StoreProblems = Partial<Record<keyof StoreForm, string>>

const MOST_NORTH = 90
const MOST_EAST = 180

/** Null: a store that opens now. */
export function storeFormOf(store: StoreWords | null): StoreForm {
  const { name = '', address = '', hours = '', phone = '', place = null } = store ?? {}
  return { name, address, hours, phone, place: place ? placeText(place) : '' }
}

/** The typed point: null where nothing is typed, undefined where it is none. */
export function placeIn(typed: string): Place | null | undefined {
  const plain = typed
    .normalize('NFKC')
    .replace(/[，、；;]/g, ',')
    .trim()
  if (plain === '') return null
  const parts = plain.split(/\s*,\s*|\s+/)
  if (parts.length !== 2 || !parts.every((part) => /^-?\d{1,3}(?:\.\d+)?$/.test(part))) {
    return undefined
  }
  const [latitude = 0, longitude = 0] = parts.map(Number)
  const isOnEarth = Math.abs(latitude) <= MOST_NORTH && Math.abs(longitude) <= MOST_EAST
  return isOnEarth ? { latitude, longitude } : undefined
}

/** As it is sent; a phone or a point that cannot be read is none. */
export function storeOf({ name, address, hours, phone, place }: StoreForm): StoreWords {
  return {
    name: name.trim(),
    address: address.trim(),
    hours: hours.trim(),
    phone: readStorePhone(phone) ?? '',
    place: placeIn(place) ?? null,
  }
}

export function storeProblems(
  form: StoreForm,
  others: readonly { readonly name: string }[],
): StoreProblems {
  const { name } = storeOf(form)
  const isPhone = form.phone.trim() === '' || readStorePhone(form.phone) !== null
  return {
    ...(name === '' ? { name: '写上门店名称，例如：梧桐里店' } : problemsInStore({ name }, others)),
    ...(isPhone ? {} : { phone: '请写手机号、带区号的座机，或 400 电话' }),
    ...(placeIn(form.place) === undefined ? { place: '请写成：31.2304,121.4737' } : {}),
  }
}

export function isSameStore(form: StoreForm, store: StoreWords | null): boolean {
  if (!store) return false
  const { name, address, hours, phone, place } = storeOf(form)
  const isSamePlace = (place && placeText(place)) === (store.place && placeText(store.place))
  const isSameText = name === store.name && address === store.address && hours === store.hours
  return isSameText && phone === store.phone && isSamePlace
}
