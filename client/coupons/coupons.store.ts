import type { OutputAt } from '../api'
import { createReading } from '../reading'

export type Wallet = OutputAt<'coupons.wallet'>
export type WalletCoupon = Wallet['coupons'][number]

export const walletStore = createReading('coupons.wallet', { keepAs: 'wallet' })

export function loadWallet(): Promise<void> {
  return walletStore.getState().load({})
}
