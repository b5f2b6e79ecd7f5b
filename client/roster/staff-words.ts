import { dayOf, dayText } from '../format'
import type { StaffRow } from './staff.store'

const roles = { staff: '店员', manager: '店长' } as const

/** The most that she is anywhere. */
export function standingText({ isOwner, stores }: StaffRow): string {
  if (isOwner) return '店主'
  return stores.some(({ role }) => role === 'manager') ? roles.manager : roles.staff
}

/** A line a store: `东店 · 店员 · 2026年3月10日起`. */
export function staffNotes({ isOwner, ownerSinceAt, stores, communityOwner }: StaffRow): string[] {
  const whole = isOwner ? [`全部门店 · 店主${sinceText(ownerSinceAt)}`] : []
  const each = stores.map(({ name, role, sinceAt }) => {
    return `${name} · ${roles[role]}${sinceText(sinceAt)}`
  })
  return [...whole, ...each, ...(communityOwner ? ['也是团长'] : [])]
}

/** Of roles that were given before it was written down nobody knows. */
function sinceText(sinceAt: number | null): string {
  return sinceAt === null ? '' : ` · ${dayText(dayOf(sinceAt))}起`
}

/** What each may do, for whoever appoints. */
export const dutyLines: readonly (readonly [role: string, may: string])[] = [
  ['店员', '扫码收款、核销优惠券、自提交货、办退款、补积分'],
  ['店长', '店员能做的，加上规则、优惠券、日结、会员积分和本店员工'],
  ['店主', '店长能做的，加上店铺资料、开新门店和任命店主'],
]
