import { readableMessage, type Told } from './message'
import type { MessageLink } from './message-row'

/** The page of each target, as the platform names it; the phone's routes are the same ones. */
export const targetPages: Readonly<Record<MessageLink['to'], string>> = {
  wallet: 'coupons/wallet/index',
  points: 'points/history/index',
  redemption: 'mall/redemption/index',
  reward: 'mall/reward/index',
  tiers: 'tiers/levels/index',
  drop: 'drops/drop/index',
  gift: 'gifts/pack/index',
  list: 'lists/list/index',
}

const INBOX = 'messages/inbox/index'

/** Where a tap on WeChat's card leads: to what the message is about, else to the inbox. */
export function pageOf(told: Told): string {
  const { link } = readableMessage(told)
  if (link === null) return INBOX
  const pairs = Object.entries(link.query).map(
    ([key, value]) => `${key}=${encodeURIComponent(value)}`,
  )
  return pairs.length === 0 ? targetPages[link.to] : `${targetPages[link.to]}?${pairs.join('&')}`
}
