import { createStore } from 'zustand/vanilla'
import type { OutputAt } from '../api'
import { createReading } from '../reading'
import { createSubmission } from '../submission'

export type Wallet = OutputAt<'coupons.wallet'>
export type WalletCoupon = Wallet['coupons'][number]

export const walletStore = createReading('coupons.wallet', { keepAs: 'wallet' })

export function loadWallet(): Promise<void> {
  return walletStore.getState().load({})
}

/** To a friend: offered, taken back before she took it, and, on her phone, taken. */
export const offerStore = createSubmission('coupons.offer')
export const withdrawStore = createSubmission('coupons.withdraw')
export const acceptStore = createSubmission('coupons.accept')

export type OfferShown = OutputAt<'coupons.showOffer'>

/** What a friend's link gives, before she takes it. */
export const shownOfferStore = createReading('coupons.showOffer')

/** Which coupon of the wallet is open in the sheet; null: none is. */
export const openCouponStore = createStore<{ couponId: string | null }>(() => ({ couponId: null }))

export function openCoupon(couponId: string): void {
  offerStore.getState().close()
  withdrawStore.getState().close()
  openCouponStore.setState({ couponId })
}

export function closeCoupon(): void {
  openCouponStore.setState({ couponId: null })
}

/** Offers a coupon; the wallet then has the name of the offer, which the link carries. */
export async function offerCoupon(couponId: string): Promise<void> {
  offerStore.getState().open({ couponId })
  await offerStore.getState().send()
  if (offerStore.getState().answer) await loadWallet()
}

export async function withdrawOffer(offerId: string): Promise<void> {
  withdrawStore.getState().open({ offerId })
  await withdrawStore.getState().send()
  // Taken meanwhile, or over: the wallet says which.
  await loadWallet()
}
