import type { Page } from 'playwright-core'
import { type Bench, openBench } from './bench'
import { codeOf } from './staff-scenes'

const NOW = '2026-11-21T02:00:00.000Z'
const CLERK = 'demo-staff-1'
/** The smallest phone that WeChat still runs on, in the hands of who reads badly. */
const small = { width: 320, height: 568 }

describe('the till on a small phone, with large words', () => {
  let bench: Bench
  let page: Page
  beforeAll(async () => {
    bench = await openBench(NOW)
    page = await openTill(bench)
  }, 120_000)
  afterAll(() => bench?.close())

  it('keeps what is typed and what is paid in sight, above the keys', async () => {
    const keys = await placeOf('.keypad')
    for (const part of ['.amount-typed', '.till-options', '.till-payable', '.till-points']) {
      const place = await placeOf(part)
      expect(place.top).toBeGreaterThan(0)
      expect(place.bottom).toBeLessThanOrEqual(keys.top)
    }
    expect(await page.locator('.settle-amount:visible').textContent()).toBe('1,286')
  })

  it('shows whose bill it is, and how many points there are, to their end', async () => {
    const bill = await placeOf('.till-bill')
    expect((await placeOf('.member-strip-name')).bottom).toBeLessThanOrEqual(bill.top)
    expect(await cutShort()).toEqual([])
  })

  async function placeOf(selector: string): Promise<{ top: number; bottom: number }> {
    const box = await page.locator(`${selector}:visible`).last().boundingBox()
    if (!box) throw new Error(`${selector} is not on the screen`)
    return { top: box.y, bottom: box.y + box.height }
  }

  /** Words that end in three dots because their line is too short. */
  function cutShort(): Promise<string[]> {
    return page
      .locator('.till-page .one-line:visible')
      .evaluateAll((lines) =>
        lines
          .filter((line) => line.scrollWidth > line.clientWidth + 1)
          .map(({ textContent }) => textContent ?? ''),
      )
  }
})

async function openTill(bench: Bench): Promise<Page> {
  const context = await bench.browser.newContext({ viewport: small, hasTouch: true })
  await context.addInitScript((key) => {
    localStorage.setItem(key, JSON.stringify({ data: { shape: 10, value: true } }))
  }, `huilin:${CLERK}:large-text`)
  const page = await context.newPage()
  await page.goto(`${bench.cloud.origin}/phone/index.html?as=${CLERK}#/staff/scan/index`)
  const code = await codeOf('demo-shopper-1', bench)
  await page.locator('.scan-field input:visible').fill(code)
  await page.locator('.text-large .settle-confirm:visible').waitFor()
  for (const digit of '1286') await page.locator(`.keypad-${digit}:visible`).click()
  await page.locator('.till-points:not(.till-points-waiting):visible').waitFor()
  return page
}
