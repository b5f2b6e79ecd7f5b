import { dayOf, shortDay } from '../format'

/** Whether its WeChat group of today is known, and since when. */
export function groupText(boundAt: number | null): string {
  return boundAt === null ? '待绑定微信群' : `${shortDay(dayOf(boundAt))}绑定微信群`
}

export function rulesText(rulesVersion: number): string {
  return rulesVersion === 0 ? '还没有群规' : `群规第 ${rulesVersion} 版`
}
