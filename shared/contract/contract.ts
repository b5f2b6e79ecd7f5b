import { audit } from './audit'
import { checkin } from './checkin'
import { closings } from './closings'
import { communities } from './communities'
import { coupons } from './coupons'
import { drops } from './drops'
import type { InputOf, OutputOf } from './endpoint'
import { gifts } from './gifts'
import { imports } from './imports'
import { lists } from './lists'
import { mall } from './mall'
import { members } from './members'
import { merging } from './merging'
import { messages } from './messages'
import { moderation } from './moderation'
import { openings } from './openings'
import { payments } from './payments'
import { points } from './points'
import { purchases } from './purchases'
import { referrals } from './referrals'
import { rules } from './rules'
import { shop } from './shop'
import { staff } from './staff'
import { stamps } from './stamps'
import { tags } from './tags'
import { tasks } from './tasks'
import { tiers } from './tiers'

/** Every endpoint, by function and action: what the client may call and the door accepts. */
export const contract = {
  members,
  messages,
  rules,
  points,
  coupons,
  gifts,
  stamps,
  tiers,
  checkin,
  tags,
  tasks,
  purchases,
  referrals,
  openings,
  imports,
  closings,
  communities,
  drops,
  lists,
  payments,
  mall,
  shop,
  staff,
  audit,
  merging,
  moderation,
}

export type Contract = typeof contract
export type Feature = keyof Contract
export type ActionOf<F extends Feature> = keyof Contract[F] & string
export type Input<F extends Feature, A extends ActionOf<F>> = InputOf<Contract[F][A]>
export type Output<F extends Feature, A extends ActionOf<F>> = OutputOf<Contract[F][A]>
