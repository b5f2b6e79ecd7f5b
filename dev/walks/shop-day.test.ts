import type { Page } from 'playwright-core'
import {
  type Bench,
  dragScanner,
  type HeldPhone,
  holdPhone,
  openBench,
  openWorkbench,
} from './bench'

const NOW = '2026-11-21T02:00:00.000Z'

describe('a day in the shop, on the workbench', () => {
  let bench: Bench
  let page: Page
  let complaints: string[]
  let newcomer: HeldPhone
  let clerk: HeldPhone

  beforeAll(async () => {
    bench = await openBench(NOW)
    ;({ page, complaints } = await openWorkbench(bench))
    newcomer = holdPhone(page, 'demo-new')
    clerk = holdPhone(page, 'demo-staff-1')
  }, 120_000)
  afterAll(() => bench?.close())

  it('lets a neighbour join in two taps', async () => {
    await newcomer.tap('.home-join')
    await newcomer.tap('.join-confirm')
    await newcomer.see('.pack-claim')
    expect(newcomer.tapCount()).toBeLessThanOrEqual(2)
  })

  it('gives her the pack in one tap: 100 points and a coupon', async () => {
    await newcomer.tap('.pack-claim')
    const opened = await newcomer.read('.opened-pack')
    expect(opened).toContain('礼包已到账')
    expect(opened).toContain('100')
  })

  it('books a purchase with one gesture and one tap, the amount typed between', async () => {
    await newcomer.tap('.pack-use')
    await newcomer.see('.member-code')
    await dragScanner(page, 'demo-new')
    const gestures = 1
    await clerk.see('.settle-confirm')
    const before = clerk.tapCount()
    await typeAmount('188')
    await clerk.tap('.settle-confirm')
    expect(await clerk.read('.settled-card')).toContain('188')
    expect(gestures + clerk.tapCount() - before).toBeLessThanOrEqual(3)
  })

  it('shows the points on her phone by itself', async () => {
    expect(await newcomer.read('.settled-sheet')).toContain('+183')
    await newcomer.tap('.settled-done')
    expect(await newcomer.read('.code-balance')).toBe('283')
  })

  it('lets her redeem what she can afford', async () => {
    await openPage('demo-new', '#/mall/reward/index?rewardId=fruit')
    await newcomer.tap('.redeem-open')
    await newcomer.tap('.redeem-confirm')
    expect(await newcomer.read('.redeem-done')).toContain('当季水果一份')
  })

  it('hands the reward over once her pick-up code was pointed at', async () => {
    await newcomer.tap('.redeem-show')
    await newcomer.see('.pickup-ticket')
    // Only one phone shows a code, so a click on the scanner is enough.
    await page.locator('.scanner').click()
    expect(await clerk.read('.handover-card')).toContain('当季水果一份')
    await clerk.tap('.handover-confirm')
    expect(await clerk.read('.handed-over')).toContain('已自提')
  })

  it('says when, where and by whom when the same code is shown again', async () => {
    const code = await newcomer.screen.locator('.pickup-ticket').last().getAttribute('data-pickup')
    await openPage('demo-staff-1', '#/staff/scan/index')
    await (await clerk.see('.scan-field input')).fill(code ?? '')
    await clerk.tap('.scan-submit')
    const record = await clerk.read('.handover-record')
    expect(record).toContain('梧桐里店')
    expect(record).toContain('沈佳怡')
    expect(record).toMatch(/\d{1,2}:\d{2}/)
  })

  it('ends with books that balance and pages that did not complain', async () => {
    await page.locator('.books.balanced').waitFor({ timeout: 10_000 })
    expect(complaints).toEqual([])
  })

  /** Typed on the keypad; not counted as taps, like the digits on a keyboard. */
  async function typeAmount(digits: string): Promise<void> {
    for (const digit of digits) {
      await clerk.screen.locator(`.keypad-${digit}:visible`).last().click()
    }
  }

  async function openPage(openid: string, hash: string): Promise<void> {
    const frame = page.frames().find((each) => each.url().includes(`as=${openid}`))
    await frame?.evaluate((to) => {
      window.location.hash = to
    }, hash)
  }
})
