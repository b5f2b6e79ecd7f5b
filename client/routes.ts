import Taro from '@tarojs/taro'

/** Every page that another page leads to. */
export const routes = {
  home: '/tabs/home/index',
  mallTab: '/tabs/mall/index',
  lists: '/tabs/lists/index',
  me: '/tabs/me/index',
  join: '/join/enrol/index',
  pack: '/gifts/pack/index',
  code: '/members/code/index',
  profile: '/members/profile/index',
  points: '/points/history/index',
  opening: '/points/opening/index',
  pointsChange: '/points/change/index',
  purchases: '/purchases/list/index',
  purchase: '/purchases/purchase/index',
  wallet: '/coupons/wallet/index',
  reward: '/mall/reward/index',
  redemptions: '/mall/redemptions/index',
  redemption: '/mall/redemption/index',
  staff: '/staff/scan/index',
  manager: '/manager/desk/index',
} as const

export type Route = (typeof routes)[keyof typeof routes]

const tabs: readonly Route[] = [routes.home, routes.mallTab, routes.lists, routes.me]

/** Goes to a page, or switches to a tab; `query` e.g. `{ rewardId: 'eggs' }`. */
export function open(route: Route, query: Record<string, string> = {}): void {
  if (tabs.includes(route)) {
    Taro.switchTab({ url: route })
    return
  }
  Taro.navigateTo({ url: `${route}${search(query)}` })
}

/** Puts a page in the place of this one, so that going back skips it. */
export function replaceWith(route: Route): void {
  if (tabs.includes(route)) open(route)
  else Taro.redirectTo({ url: route })
}

function search(query: Record<string, string>): string {
  const pairs = Object.entries(query).map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
  return pairs.length > 0 ? `?${pairs.join('&')}` : ''
}
