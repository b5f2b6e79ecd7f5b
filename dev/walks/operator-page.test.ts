import type { Page } from 'playwright-core'
import { listenForComplaints } from '../harness/browser'
import { barriersOn } from './barriers'
import { type Bench, type HeldPhone, holdPhone, openBench } from './bench'

const NOW = '2026-11-21T02:00:00.000Z'
const SHOPPER = 'demo-shopper-1'
const views = [
  ['log', 'light'],
  ['functions', 'dark'],
  ['collections/points_accounts', 'light'],
  ['timers', 'dark'],
  ['faults', 'light'],
] as const

describe('the operator’s page, beside the phones', () => {
  let bench: Bench
  let workbench: Page
  let shopper: HeldPhone
  let page: Page
  let complaints: string[]

  beforeAll(async () => {
    bench = await openBench(NOW, true)
    const viewport = { width: 1280, height: 800 }
    workbench = await bench.browser.newPage({ viewport })
    await workbench.goto(`${bench.cloud.origin}/workbench/?phones=${SHOPPER}`)
    shopper = holdPhone(workbench, SHOPPER)
    page = await bench.browser.newPage({ viewport })
    complaints = listenForComplaints(page)
    await page.goto(`${bench.cloud.origin}/workbench/operator`)
  }, 120_000)
  afterAll(() => bench?.close())

  it('finds in the log what a phone just called, with all that it cost', async () => {
    await shopper.tap('.open-code')
    await shopper.see('.member-code')
    await page.keyboard.press('/')
    await page.keyboard.type(SHOPPER)
    await page.locator('.grid-row', { hasText: 'members' }).first().click()
    const call = page.locator('.call')
    await call.locator('.waterfall li').first().waitFor()
    expect(await call.locator('h2').textContent()).toMatch(/^members\./)
    expect(await call.textContent()).toMatch(/action: "\w+"/)
    expect(await call.locator('.costs').textContent()).toMatch(/数据库 \d+ 次/)
  })

  it('opens a document from a filtered collection, its instants readable', async () => {
    await page.keyboard.press('Escape')
    await page.locator('body').press('3')
    // The grid draws the rows that are seen, and there are more collections than fit.
    await page.locator('.grid-row:visible').first().hover()
    for (let turn = 0; turn < 30 && (await row('points_entries').count()) === 0; turn += 1) {
      await page.mouse.wheel(0, 120)
      await page.waitForTimeout(50)
    }
    await row('points_entries').click()
    const filter = page.locator('input.filter')
    await filter.fill('{"points": {"$gte": 150}}')
    await filter.press('Enter')
    await page.locator('.documents-range', { hasText: /^1–/ }).waitFor()
    await page.locator('.grid[aria-label="文档"] .grid-row').first().click()
    const text = await page.locator('.details .json').textContent()
    expect(text).toMatch(/points: (1[5-9]\d|[2-9]\d\d)/)
    expect(text).toMatch(/\d{13},?\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/)
  })

  it('says what is wrong with a filter that is none', async () => {
    await page.locator('input.filter').fill('{points: 1}')
    await page.locator('input.filter').press('Enter')
    await page.locator('.refused', { hasText: '筛选不是 JSON' }).waitFor()
    await page.locator('input.filter').fill('{"points": {"$above": 1}}')
    await page.locator('input.filter').press('Enter')
    await page.locator('.refused', { hasText: '$above' }).waitFor()
    // The browser notes that the cloud refused; that was asked for.
    complaints.length = 0
  })

  it('shows a fault in a banner, the phone struck by it, and the hit in the log', async () => {
    await page.goto(`${bench.cloud.origin}/workbench/operator#/faults`)
    await page.locator('.fault-presets button').first().click()
    await page.getByLabel('每百次命中几次').fill('100')
    await page.getByLabel('哪个函数').selectOption('members')
    await page.locator('.fault-send').click()
    await page.locator('.banner', { hasText: '杀掉实例' }).waitFor()
    await workbench.locator('.phone-reload').click()
    await page.locator('.banner', { hasText: /命中 [1-9]/ }).waitFor()
    await page.goto(`${bench.cloud.origin}/workbench/operator#/log?failed=1`)
    await page.locator('.grid-row.failed', { hasText: '故障' }).first().click()
    await page.locator('.call-faults').waitFor()
    await page.locator('.banner button').click()
    await page.locator('.banner').waitFor({ state: 'hidden' })
    await workbench.locator('.phone-reload').click()
    await shopper.see('.member-code')
  })

  it('runs a timer at once and leads to its call', async () => {
    await page.locator('body').press('4')
    await row('mall').getByText('现在运行').click()
    await page.getByText('mall 跑完了').waitFor()
    await row('mall').getByText('成功').click()
    await page.locator('.call-head', { hasText: '定时器调用' }).waitFor()
  })

  it('keeps nobody out, in light and dark', async () => {
    const barriers: string[] = []
    for (const [pane, colorScheme] of views) {
      await page.goto(`${bench.cloud.origin}/workbench/operator#/${pane}`)
      await page.emulateMedia({ colorScheme })
      const found = await barriersOn(page, [])
      barriers.push(...found.map((barrier) => `${pane}, ${colorScheme}: ${barrier}`))
    }
    expect(barriers).toEqual([])
    expect(complaints).toEqual([])
  })

  it('moves the clock over timers and says how many ran; the chooser brings a phone', async () => {
    await workbench.locator('[data-move="hour"]').click()
    await workbench.locator('.clock-progress', { hasText: /触发 \d+ 次/ }).waitFor()
    const manager = workbench.locator('.chip[data-openid="demo-manager-1"]')
    await manager.click()
    await workbench.locator('.phone[data-role="manager"] .scanner').waitFor()
    expect(workbench.url()).toContain('demo-manager-1')
    await manager.click()
    expect(await workbench.locator('.phone').count()).toBe(1)
  })

  function row(name: string) {
    return page.locator('.grid-row', { hasText: name }).first()
  }
})
