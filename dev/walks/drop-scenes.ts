import { callerOf } from '../harness/cloud-caller'
import type { Bench } from './bench'
import { COLLECTOR, dropTitles, GROUP, RULED_GROUP } from './drop-shop'
import type { Scene, Screen } from './scene'

const SHOPPER = 'demo-shopper-1'
const home = '/tabs/home/index'
const wallet = '/coupons/wallet/index'

const byCard = (title: string) => ({ as: SHOPPER, path: home, group: GROUP, act: openDrop(title) })

/** A drop in every state, as a shopper comes by a card, by a poster, or as a stranger. */
export const dropScenes: readonly Scene[] = [
  {
    ...{ as: SHOPPER, path: home, act: openDrop(dropTitles.open) },
    ...{ name: 'drop-poster', title: '社群福利 · 扫海报进来', see: '.drop-note' },
  },
  {
    ...{ ...byCard(dropTitles.open), group: 'no-group' },
    ...{ name: 'drop-other-group', title: '社群福利 · 没绑定的群', see: '.drop-note' },
  },
  {
    ...byCard(dropTitles.open),
    ...{ name: 'drop-visitor', title: '社群福利 · 还没入会', as: 'demo-new', see: '.drop-join' },
  },
  { ...byCard(dropTitles.open), name: 'drop-open', title: '社群福利 · 进行中', see: '.drop-claim' },
  {
    ...byCard(dropTitles.open),
    ...{ name: 'drop-loading', title: '社群福利 · 加载中', see: '.bone', network: 'loading' },
    ...{ path: '/drops/drop/index?dropId=any', act: async () => {} },
  },
  {
    ...byCard(dropTitles.open),
    ...{ name: 'drop-cut', title: '社群福利 · 没有网络', see: '.trouble-again', network: 'cut' },
    ...{ path: '/drops/drop/index?dropId=any', act: async () => {} },
  },
  {
    ...byCard(dropTitles.open),
    ...{ name: 'drop-unknown', title: '社群福利 · 旧卡片', see: '.drop-home' },
    ...{ path: '/drops/drop/index?dropId=any', act: async () => {} },
  },
  {
    ...byCard(dropTitles.open),
    ...{ name: 'drop-large', title: '社群福利 · 大字版', see: '.text-large .drop-claim' },
    path: '/tabs/me/index',
    act: async (screen, bench) => {
      await screen.tap('.large-text')
      await openDrop(dropTitles.open)(screen, bench)
    },
  },
  {
    ...byCard(dropTitles.open),
    ...{ name: 'drop-lost', title: '社群福利 · 领的时候断网', see: '.drop-refused' },
    act: async (screen, bench) => {
      await openDrop(dropTitles.open)(screen, bench)
      await screen.see('.drop-claim')
      await screen.goOffline()
      await screen.tap('.drop-claim')
      await screen.page.locator('.drop-refused:visible').waitFor({ timeout: 40_000 })
    },
  },
  {
    ...byCard(dropTitles.open),
    ...{ name: 'drop-got', title: '社群福利 · 领到了', see: '.drop-got' },
    act: async (screen, bench) => {
      await openDrop(dropTitles.open)(screen, bench)
      await screen.tap('.drop-claim')
    },
  },
  { ...byCard(dropTitles.open), name: 'drop-again', title: '社群福利 · 领过了', see: '.drop-got' },
  {
    ...byCard(dropTitles.ruled),
    ...{ name: 'drop-rules', title: '社群福利 · 群规', see: '.rules-confirm', group: RULED_GROUP },
  },
  {
    ...byCard(dropTitles.soldOut),
    ...{ name: 'drop-sold-out', title: '社群福利 · 已抢完', see: '.drop-next' },
  },
  {
    ...byCard(dropTitles.scheduled),
    ...{ name: 'drop-scheduled', title: '社群福利 · 未开始', see: '.drop-remind' },
  },
  {
    ...byCard(dropTitles.scheduled),
    ...{ name: 'drop-reminded', title: '社群福利 · 开抢前提醒', see: '.drop-reminded' },
    act: async (screen, bench) => {
      await openDrop(dropTitles.scheduled)(screen, bench)
      await screen.tap('.drop-remind')
      await screen.tap('.stand-in-allow')
    },
  },
  {
    ...byCard(dropTitles.closed),
    ...{ name: 'drop-closed', title: '社群福利 · 已结束', see: '.drop-over' },
  },
  {
    ...byCard(dropTitles.cancelled),
    ...{ name: 'drop-cancelled', title: '社群福利 · 已取消', see: '.drop-over' },
  },
  {
    ...byCard(dropTitles.later),
    ...{ name: 'drop-not-for-her', title: '社群福利 · 不在范围', see: '.drop-note', as: COLLECTOR },
  },
]

/** Coupons of every kind, and what may be done with them. */
export const couponScenes: readonly Scene[] = [
  {
    name: 'wallet-kinds',
    title: '卡包 · 五种券',
    as: COLLECTOR,
    path: wallet,
    see: '.wallet-gift',
  },
  {
    ...{ name: 'wallet-gift', title: '卡包 · 赠品券码', as: COLLECTOR, path: wallet },
    ...{ see: '.coupon-digits', act: ({ tap }) => tap('.wallet-gift') },
  },
  {
    ...{ name: 'wallet-exchange', title: '卡包 · 换购券', as: COLLECTOR, path: wallet },
    ...{ see: '.coupon-use', act: ({ tap }) => tap('.wallet-exchange') },
  },
  {
    ...{ name: 'wallet-revoked', title: '卡包 · 已作废', as: COLLECTOR, path: wallet },
    ...{ see: '.wallet-ticket', act: ({ tap }) => tap('.segment-expired') },
  },
  {
    ...{ name: 'wallet-give', title: '卡包 · 送给朋友', as: COLLECTOR, path: wallet },
    ...{ see: '.offer-confirm', act: giveAway },
  },
  {
    ...{ name: 'wallet-offered', title: '卡包 · 赠送中', as: COLLECTOR, path: wallet },
    see: '.offer-withdraw',
    act: async (screen) => {
      await giveAway(screen)
      await screen.tap('.offer-confirm')
    },
  },
  {
    ...{ name: 'wallet-held', title: '卡包 · 赠送中', as: COLLECTOR, path: wallet },
    see: '.wallet-ticket:has-text("赠送中")',
    act: ({ page }) =>
      page.locator('.wallet-ticket', { hasText: '赠送中' }).first().scrollIntoViewIfNeeded(),
  },
  {
    ...{ name: 'received', title: '朋友送的券', as: SHOPPER, path: home },
    ...{ see: '.received-take', act: openOffer },
  },
  {
    ...{ name: 'received-visitor', title: '朋友送的券 · 还没入会', as: 'demo-new', path: home },
    ...{ see: '.received-join', act: openOffer },
  },
  {
    ...{ name: 'received-cut', title: '朋友送的券 · 没有网络', as: SHOPPER, network: 'cut' },
    ...{ path: '/coupons/received/index?offerId=any', see: '.trouble-again' },
  },
  {
    ...{ name: 'received-own', title: '自己送出的券', as: COLLECTOR, path: home },
    ...{ see: '.received-over', act: openOffer },
  },
  {
    ...{ name: 'received-taken', title: '收下了', as: SHOPPER, path: home },
    see: '.received-wallet',
    act: async (screen, bench) => {
      await openOffer(screen, bench)
      await screen.tap('.received-take')
    },
  },
]

function openDrop(title: string) {
  return async (screen: Screen, bench: Bench): Promise<void> => {
    const { drops } = await callerOf(bench.cloud.origin).value('drops.list', { as: 'demo-owner-1' })
    const drop = drops.find((each) => each.title === title)
    await goTo(screen, `/drops/drop/index?dropId=${encodeURIComponent(drop?.dropId ?? '')}`)
  }
}

/** The one that may be given away. */
async function giveAway({ page, tap }: Screen): Promise<void> {
  await page.getByText('老友满30减6元券').first().click()
  await tap('.coupon-give')
}

async function openOffer(screen: Screen, bench: Bench): Promise<void> {
  const { coupons } = await callerOf(bench.cloud.origin).value('coupons.wallet', { as: COLLECTOR })
  const offerId = coupons.find((coupon) => coupon.offerId !== null)?.offerId ?? ''
  await goTo(screen, `/coupons/received/index?offerId=${encodeURIComponent(offerId)}`)
}

async function goTo({ page }: Screen, path: string): Promise<void> {
  await page.locator('.page:visible').last().waitFor()
  await page.evaluate((to) => {
    window.location.hash = to
  }, `#${path}`)
}
