import { countText, dayOf, shortDay } from '../format'

/** Whether its WeChat group of today is known, and since when. */
export function groupText(boundAt: number | null): string {
  return boundAt === null ? '待绑定微信群' : `${shortDay(dayOf(boundAt))}绑定微信群`
}

export function rulesText(rulesVersion: number): string {
  return rulesVersion === 0 ? '还没有群规' : `群规第 ${rulesVersion} 版`
}

/** What the manager lets her give in a calendar month. */
export function budgetText(monthCount: number | null): string {
  return monthCount === null ? '' : ` · 每月最多 ${countText(monthCount)} 张`
}
