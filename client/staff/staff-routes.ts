import Taro from '@tarojs/taro'

/** The pages behind the counter; only they know of one another. */
export const staffRoutes = {
  scan: '/staff/scan/index',
  till: '/staff/till/index',
  bill: '/staff/bill/index',
  forgotten: '/staff/forgotten/index',
  oldCard: '/staff/old-card/index',
  handover: '/staff/handover/index',
  purchases: '/staff/purchases/index',
  refund: '/staff/refund/index',
  closing: '/staff/closing/index',
  appoint: '/staff/appoint/index',
} as const

export type StaffRoute = (typeof staffRoutes)[keyof typeof staffRoutes]

/**
 * Shows a page above the scan page. Whoever is on another page already, e.g. on the last
 * member's till, has it put in its place, so that back always leads to the scan page. A hand-over
 * opens above a till, which keeps what was typed.
 */
export function openStaff(route: StaffRoute, query = ''): void {
  const url = `${route}${query}`
  const opened = routesOpen()
  const top = opened[opened.length - 1] ?? ''
  const above = isAt(top, staffRoutes.scan) || (isAt(top, staffRoutes.till) && isAside(route))
  if (above) Taro.navigateTo({ url })
  else Taro.redirectTo({ url })
}

/** A purchase's refund opens above the list that it was chosen from. */
export function openRefund(purchaseId: string): void {
  Taro.navigateTo({ url: `${staffRoutes.refund}?purchaseId=${purchaseId}` })
}

/** Is a till open under this page? */
export function isAboveTill(): boolean {
  const opened = routesOpen()
  return isAt(opened[opened.length - 2] ?? '', staffRoutes.till)
}

/** Back to the scan page, however the clerk came here. */
export function backToScan(): void {
  const opened = routesOpen()
  const place = opened.findIndex((route) => isAt(route, staffRoutes.scan))
  if (place < 0) Taro.redirectTo({ url: staffRoutes.scan })
  else Taro.navigateBack({ delta: opened.length - 1 - place })
}

/** What opens above a till, which keeps what was typed. */
function isAside(route: StaffRoute): boolean {
  const aside: readonly StaffRoute[] = [
    staffRoutes.handover,
    staffRoutes.forgotten,
    staffRoutes.bill,
    staffRoutes.oldCard,
  ]
  return aside.includes(route)
}

function isAt(opened: string, route: StaffRoute): boolean {
  return opened.includes(route.slice(1))
}

/** WeChat writes `staff/scan/index`, the browser `/staff/scan/index?…`. */
function routesOpen(): string[] {
  return Taro.getCurrentPages().map((page) => page.route ?? '')
}
