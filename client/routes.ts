import Taro from '@tarojs/taro'

/** Every page of the app, by the name that others call it; `app.config.ts` lists the same ones. */
export const routes = {
  home: '/tabs/home/index',
  mallTab: '/tabs/mall/index',
  lists: '/tabs/lists/index',
  me: '/tabs/me/index',
  join: '/join/enrol/index',
  pack: '/gifts/pack/index',
  waitingGifts: '/gifts/waiting/index',
  code: '/members/code/index',
  profile: '/members/profile/index',
  inbox: '/messages/inbox/index',
  reminders: '/messages/reminders/index',
  reach: '/messages/reach/index',
  points: '/points/history/index',
  opening: '/points/opening/index',
  pointsChange: '/points/change/index',
  purchases: '/purchases/list/index',
  purchase: '/purchases/purchase/index',
  stampCard: '/stamps/card/index',
  checkIn: '/checkin/month/index',
  invite: '/referrals/invite/index',
  tiers: '/tiers/levels/index',
  wallet: '/coupons/wallet/index',
  received: '/coupons/received/index',
  drop: '/drops/drop/index',
  list: '/lists/list/index',
  listPoster: '/lists/poster/index',
  listPickups: '/lists/mine/index',
  listDamage: '/lists/damage/index',
  reward: '/mall/reward/index',
  redemptions: '/mall/redemptions/index',
  redemption: '/mall/redemption/index',
  scan: '/staff/scan/index',
  till: '/till/till/index',
  bill: '/till/bill/index',
  forgotten: '/till/forgotten/index',
  pickupDesk: '/till/pickup/index',
  oldCard: '/staff/old-card/index',
  handover: '/staff/handover/index',
  storeCode: '/staff/store-code/index',
  storePurchases: '/refunds/purchases/index',
  storePurchase: '/refunds/purchase/index',
  refund: '/refunds/refund/index',
  appoint: '/roster/appoint/index',
  staffList: '/roster/staff/index',
  setUp: '/roster/set-up/index',
  shopFacts: '/shop/facts/index',
  shopStore: '/shop/store/index',
  shopChanges: '/shop/changes/index',
  closing: '/closings/closing/index',
  closings: '/closings/closings/index',
  closingRecord: '/closings/closing-record/index',
  manager: '/manager/desk/index',
  findMember: '/member-desk/find/index',
  member: '/member-desk/member/index',
  account: '/accounts/account/index',
  adjustments: '/accounts/adjustments/index',
  merges: '/merging/merges/index',
  rules: '/rules/rules/index',
  rule: '/rules/rule/index',
  rulePreview: '/rules/rule-preview/index',
  ruleVersions: '/rules/rule-versions/index',
  certificates: '/books/certificates/index',
  certificate: '/books/certificate/index',
  rebuild: '/books/rebuild/index',
  liability: '/books/liability/index',
  import: '/imports/import/index',
  imports: '/imports/imports/index',
  communityDesk: '/community/desk/index',
  community: '/community/community/index',
  communityRules: '/community/rules/index',
  communityBoard: '/community/board/index',
  drops: '/community/drops/index',
  dropPlan: '/community/plan/index',
  dropDesk: '/community/drop/index',
  listDesk: '/list-desk/lists/index',
  listEdit: '/list-desk/edit/index',
  listPreview: '/list-desk/preview/index',
  listKept: '/list-desk/list/index',
  listEntries: '/list-desk/entries/index',
  listPaste: '/list-desk/paste/index',
  listTotals: '/list-desk/totals/index',
  listArrival: '/list-desk/arrival/index',
  listLeft: '/list-desk/left/index',
  listDamages: '/list-desk/damages/index',
  listStatement: '/list-desk/statement/index',
  listApprovals: '/list-desk/approvals/index',
  communities: '/communities/communities/index',
  communityKept: '/communities/community/index',
  communityAppoint: '/communities/appoint/index',
  paymentFlags: '/payments/flags/index',
  heldTexts: '/moderation/held/index',
  heldInvitations: '/moderation/invitations/index',
  couponDesk: '/coupon-desk/templates/index',
  couponTemplate: '/coupon-desk/template/index',
  couponPreview: '/coupon-desk/preview/index',
  couponIssue: '/coupon-desk/issue/index',
  couponBatches: '/coupon-desk/batches/index',
  rewardShelf: '/reward-desk/shelf/index',
  rewardForm: '/reward-desk/reward/index',
  rewardStock: '/reward-desk/stock/index',
  rewardChanges: '/reward-desk/changes/index',
  giftRules: '/gift-desk/rules/index',
  giftRule: '/gift-desk/rule/index',
  giftCalendar: '/gift-desk/calendar/index',
  importReport: '/imports/import-report/index',
} as const

export type Route = (typeof routes)[keyof typeof routes]

/** What a page is opened with, e.g. `{ rewardId: 'eggs' }`. */
export type Query = Readonly<Record<string, string>>

const tabs: readonly Route[] = [routes.home, routes.mallTab, routes.lists, routes.me]

/** Goes to a page, or switches to a tab. */
export function open(route: Route, query: Query = {}): void {
  if (tabs.includes(route)) Taro.switchTab({ url: route })
  else Taro.navigateTo({ url: `${route}${search(query)}` })
}

/** Puts a page in the place of this one, so that going back skips it. */
export function replaceWith(route: Route, query: Query = {}): void {
  if (tabs.includes(route)) open(route)
  else Taro.redirectTo({ url: `${route}${search(query)}` })
}

/** Back to the page that led here, or further. */
export function goBack(pages = 1): void {
  Taro.navigateBack({ delta: pages })
}

/**
 * The pages that are open, this one last: `/staff/scan/index` each, without what it was opened
 * with. WeChat writes `staff/scan/index`, the browser `/staff/scan/index?…`.
 */
export function openPages(): string[] {
  return Taro.getCurrentPages().map(({ route = '' }) => `/${route.replace(/^\/|\?.*$/g, '')}`)
}

/**
 * Neither WeChat nor the browser's router undoes an escape, so a page is given what stands here:
 * the colon of an id stays one, and only what would break the address is escaped.
 */
function search(query: Query): string {
  const pairs = Object.entries(query).map(([key, value]) => {
    return `${key}=${encodeURIComponent(value).replaceAll('%3A', ':')}`
  })
  return pairs.length > 0 ? `?${pairs.join('&')}` : ''
}
