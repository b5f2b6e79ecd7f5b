import Taro from '@tarojs/taro'

/** The pages behind the counter; only they know of one another. */
export const staffRoutes = {
  scan: '/staff/scan/index',
  till: '/staff/till/index',
  handover: '/staff/handover/index',
  purchases: '/staff/purchases/index',
  appoint: '/staff/appoint/index',
} as const

export type StaffRoute = (typeof staffRoutes)[keyof typeof staffRoutes]

/**
 * Shows a page above the scan page. Whoever is on another page already, e.g. on the last
 * member's till, has it put in its place, so that back always leads to the scan page.
 */
export function openStaff(route: StaffRoute, query = ''): void {
  const url = `${route}${query}`
  const opened = routesOpen()
  const top = opened[opened.length - 1] ?? ''
  if (top.includes(staffRoutes.scan.slice(1))) Taro.navigateTo({ url })
  else Taro.redirectTo({ url })
}

/** Back to the scan page, however the clerk came here. */
export function backToScan(): void {
  const opened = routesOpen()
  const place = opened.findIndex((route) => route.includes(staffRoutes.scan.slice(1)))
  if (place < 0) Taro.redirectTo({ url: staffRoutes.scan })
  else Taro.navigateBack({ delta: opened.length - 1 - place })
}

/** WeChat writes `staff/scan/index`, the browser `/staff/scan/index?…`. */
function routesOpen(): string[] {
  return Taro.getCurrentPages().map((page) => page.route ?? '')
}
