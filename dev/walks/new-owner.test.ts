import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser, listenForComplaints } from '../harness/browser'
import { seedEmpty } from '../seed/empty'
import { type OpenShop, openRunningShop } from '../workbench/running-shop'
import { mountWorkbench } from '../workbench/workbench'
import { type CountedDay, countDay, type Hand } from './counted-day'

const NOW = '2026-11-21T02:00:00.000Z'
const root = join(__dirname, '../..')
const OWNER = 'demo-manager-1'
const CLERK = 'demo-staff-1'
const NEIGHBOUR = 'demo-new'

/** What each part took when it was measured, and a little more; more than that is a worse way. */
const mostTaps = {
  ...{ 'start over': 4, 'the shop is hers': 8, 'name and store': 4, 'three rewards': 17 },
  ...{ 'a clerk': 13, 'the first member': 5, 'the first purchase': 4, 'the first reward': 9 },
} as const
type Part = keyof typeof mostTaps

const MOST_MINUTES = 6

/** In the page: the new shop shows another code than the one before. */
function isOtherCode(before: string): boolean {
  const shown = document.querySelector('.guide-code strong')?.textContent
  return typeof shown === 'string' && shown !== before
}

describe('a new owner opens her shop, without a terminal', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'huilin-new-owner-'))
  let shop: OpenShop
  let browser: Browser
  let page: Page
  let complaints: string[]
  let owner: Hand
  let clerk: Hand
  let neighbour: Hand
  let day: CountedDay

  beforeAll(async () => {
    shop = await openRunningShop({
      ...{ port: 0, dataDir, now: NOW, timers: true, kind: 'empty' },
      functionsDir: join(root, 'dist/cloudfunctions'),
      fillings: { demo: seedEmpty, empty: seedEmpty },
      extend: (app, { engine }, running) => {
        mountWorkbench(app, { engine, shop: running }, join(root, 'dist/h5'))
      },
      onLost: (fault) => {
        throw fault
      },
    })
    browser = await launchBrowser()
    page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    complaints = listenForComplaints(page)
    day = countDay(page)
    owner = day.handOf(OWNER)
    clerk = day.handOf(CLERK)
    neighbour = day.handOf(NEIGHBOUR)
    await page.goto(`${shop.cloud.origin}/workbench/`)
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    await shop?.close()
    rmSync(dataDir, { recursive: true, force: true })
  })

  it('starts the shop over from the workbench, and is shown her set-up code', async () => {
    await neighbour.tap('.home-join')
    await neighbour.tap('.join-confirm')
    await neighbour.see('.pack-claim')
    const before = await shownCode()
    await walk('start over', async () => {
      await day.click('.over-open')
      await day.click('.over [value=empty]')
      await day.click('.over-confirm')
      await page.waitForFunction(isOtherCode, before, { timeout: 30_000 })
      // Nobody is known any more, on no phone either.
      await neighbour.see('.home-join')
    })
    expect(await shownCode()).not.toBe(before)
  })

  it('makes her the owner by the code, typed on her own phone', async () => {
    const code = await shownCode()
    await walk('the shop is hers', async () => {
      await enrol(owner)
      await toTab(owner, '我的')
      await owner.tap('.me-row-set-up')
      await owner.type('.set-up-code', code)
      await owner.type('.set-up-name', '顾明远')
      await owner.tap('.set-up-confirm')
      await owner.tap('.set-up-done')
      await owner.see('.shop-facts')
    })
    await page.locator('.guide [data-deed=owned].done').waitFor()
    expect(await page.locator('.guide-code strong').count()).toBe(0)
  })

  it('lets her write the name of the shop and its store', async () => {
    await walk('name and store', async () => {
      await owner.type('.shop-name', '巷口鲜果')
      await owner.type('.shop-slogan', '早上到的，晚上卖完')
      await owner.tap('.facts-save')
      await owner.tap('.shop-store')
      await owner.type('.store-name', '巷口店')
      await owner.type('.store-address', '槐树巷 3 号')
      await owner.type('.store-hours', '07:00–21:00')
      await owner.type('.store-phone', '021-62345678')
      await owner.tap('.store-save')
      expect(await owner.read('.shop-store')).toContain('巷口店')
    })
  })

  it('lets her put three rewards with photos on the shelf', async () => {
    await walk('three rewards', async () => {
      await back(owner)
      await owner.tap('.me-row-manager')
      await owner.tap('.way-rewards')
      await putOnShelf({ photo: 'eggs.png', title: '鸡蛋一盒', points: '120' })
      await putOnShelf({ photo: 'fruit.png', title: '当季水果一份', points: '300' })
      await putOnShelf({ photo: 'tote.png', title: '帆布袋', points: '800' })
    })
    expect(await owner.screen.locator('.shelf-row:visible').count()).toBe(3)
    // WeChat looks at the photos, and the chore of the next minute hears of it.
    await aMinuteLater()
    await aMinuteLater()
  })

  it('lets her point at a colleague’s code and make her a clerk', async () => {
    await walk('a clerk', async () => {
      await back(owner)
      await owner.tap('.way-staff')
      await owner.tap('.staff-add')
      await owner.see('.appoint-code')
      await enrol(clerk)
      await clerk.tap('.pack-claim')
      await clerk.tap('.pack-use')
      await clerk.see('.member-code')
      await day.point(OWNER, CLERK)
      await owner.type('.appoint-name', '沈佳怡')
      await owner.tap('.appoint-confirm')
      await owner.see('.appoint-done')
      await toTab(clerk, '我的')
      await clerk.tap('.me-row-staff')
      expect(await clerk.read('.desk-head')).toContain('巷口店')
    })
  })

  it('lets the first neighbour join and take her pack', async () => {
    await walk('the first member', async () => {
      await enrol(neighbour)
      await neighbour.tap('.pack-claim')
      await neighbour.tap('.pack-use')
      await neighbour.see('.member-code')
    })
  })

  it('lets the clerk book the first purchase', async () => {
    await walk('the first purchase', async () => {
      await day.point(CLERK, NEIGHBOUR)
      await clerk.see('.settle-confirm')
      await clerk.press('186')
      await clerk.tap('.settle-confirm')
      // The coupon of her pack takes five yuan off by itself.
      expect(await neighbour.read('.settled-sheet')).toContain('+181')
      await neighbour.tap('.settled-done')
    })
  })

  it('lets her have the first reward, which is handed over', async () => {
    await walk('the first reward', async () => {
      // Phones of one page share one history: her own way back would lead the clerk's.
      await day.click(`.phone:has(iframe[src*="as=${NEIGHBOUR}#"]) .phone-home`)
      await toTab(neighbour, '积分商城')
      await neighbour.tap('.reward-tile:has-text("鸡蛋一盒")')
      await neighbour.tap('.redeem-open')
      await neighbour.tap('.redeem-confirm')
      await neighbour.tap('.redeem-show')
      await neighbour.see('.pickup-ticket')
      await day.point(CLERK, NEIGHBOUR)
      expect(await clerk.read('.handover-card')).toContain('鸡蛋一盒')
      await clerk.tap('.handover-confirm')
      expect(await clerk.read('.handed-over')).toContain('已自提')
    })
  })

  it('ends with a guide that is ticked to its end and books that balance', async () => {
    await page.locator('.guide.is-later').waitFor()
    await page.locator('.guide [data-deed=handedOver].done').waitFor()
    expect(await page.locator('.guide li:not(.done)').count()).toBe(0)
    await page.locator('.books.balanced').waitFor({ timeout: 10_000 })
    expect(complaints).toEqual([])
  })

  it('took no longer than it did when it was measured', () => {
    const parts = Object.entries(day.taken).map(([part, { taps, minutes }]) => {
      return `${part}: ${taps} taps, ${minutes.toFixed(1)} minutes`
    })
    const minutes = Object.values(day.taken).reduce((sum, part) => sum + part.minutes, 0)
    console.log([...parts, `in all: ${minutes.toFixed(1)} minutes`].join('\n'))
    for (const [part, most] of Object.entries(mostTaps)) {
      const { taps } = day.taken[part] ?? { taps: Number.POSITIVE_INFINITY }
      if (taps > most) throw new Error(`${part} took ${taps} taps, more than ${most}`)
    }
    expect(minutes).toBeLessThanOrEqual(MOST_MINUTES)
  })

  async function enrol(hand: Hand): Promise<void> {
    await hand.tap('.home-join')
    await hand.tap('.join-confirm')
    await hand.see('.pack-claim')
  }

  /** A tab, from wherever she is. */
  async function toTab(hand: Hand, title: string): Promise<void> {
    const isOnTab = (await hand.screen.locator('.weui-tabbar__item:visible').count()) > 0
    if (!isOnTab && hand !== neighbour) await back(hand)
    await hand.tap(`.weui-tabbar__item:has-text("${title}")`)
  }

  async function aMinuteLater(): Promise<void> {
    await page.locator('[data-move=minute]').click()
    await page.locator('.clock-moves button:enabled').first().waitFor()
  }

  async function back(hand: Hand): Promise<void> {
    await hand.tap(':is(.taro-navigation-bar-back, .taro-navigation-bar-home)')
  }

  async function putOnShelf(reward: { photo: string; title: string; points: string }) {
    await owner.tap('.reward-new')
    await owner.choosePhoto('.reward-photo', reward.photo)
    await owner.see('.reward-photo:has-text("换一张照片")')
    await owner.type('.reward-title', reward.title)
    await owner.type('.reward-points', reward.points)
    await owner.tap('.reward-save')
    await owner.type('.stock-count', '20')
    await owner.tap('.stock-confirm')
    await owner.see(`.shelf-row:has-text("${reward.title}")`)
  }

  const walk = (part: Part, steps: () => Promise<void>) => day.walk(part, steps)

  async function shownCode(): Promise<string> {
    return (await page.locator('.guide-code strong').textContent()) ?? ''
  }
})
