import type { Page } from 'playwright-core'
import { openPhone } from '../harness/browser'
import { callerOf } from '../harness/cloud-caller'
import { type Bench, openBench } from './bench'
import { LIST_OWNER } from './list-shop'

const NOW = '2026-11-21T02:00:00.000Z'
const HOUR_MS = 3_600_000
const WEEK_MS = 7 * 24 * HOUR_MS
const CLERK = 'demo-staff-1'
const FIRST = 'demo-shopper-1'
const SECOND = 'demo-chen'
const LATE = 'demo-sun'
const TITLE = '周末草莓，二十五盒'
const longTest = 180_000

/** The smallest picture there is. */
const picture = {
  name: 'bad.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk' +
      '+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
}

describe('a week of a list, from the copy to the refund', () => {
  let bench: Bench
  let listId = ''
  const people = new Map<string, Page>()

  beforeAll(async () => {
    bench = await openBench(NOW)
    await lastWeek()
  }, 240_000)
  afterAll(() => bench?.close())

  it(
    'lets its owner copy last week’s, publish it and hand it on',
    async () => {
      await goTo(LIST_OWNER, '/list-desk/lists/index')
      await tap(LIST_OWNER, '.list-again')
      await see(LIST_OWNER, '.saved-tag-saved')
      await tap(LIST_OWNER, '.edit-look')
      await tap(LIST_OWNER, '.list-publish')
      await tap(LIST_OWNER, '.published-go')
      const page = await see(LIST_OWNER, '.list-page[data-list]')
      listId = (await page.getAttribute('data-list')) ?? ''
      await goTo(LIST_OWNER, `/list-desk/list/index?listId=${listId}`)
      await tap(LIST_OWNER, '.kept-share-button')
    },
    longTest,
  )

  it(
    'lets two neighbours join, and a third wait',
    async () => {
      expect(await join(FIRST, 12)).toContain('您是第 1 位')
      expect(await join(SECOND, 13)).toContain('您是第 2 位')
      await goTo(LATE, `/lists/list/index?listId=${listId}`)
      await tap(LATE, '.list-join')
      // Of a list of one thing, one is chosen already: there is none left.
      await tap(LATE, '.sold-out-chip-fill')
      await tap(LATE, '.order-confirm')
      expect(await read(LATE, '.joined')).toContain('您是第 3 位')
      await tap(LATE, '.joined-close')
      expect(await read(LATE, '.mine')).toContain('候补中')
    },
    longTest,
  )

  it(
    'settles at its cut-off: who waited leaves, the purchase sheet says 25',
    async () => {
      bench.cloud.clock.advance(30 * HOUR_MS)
      await bench.cloud.fireTimer('lists')
      await goTo(LATE, `/lists/list/index?listId=${listId}`)
      await see(LATE, '.mine-lapsed')
      await goTo(LIST_OWNER, `/list-desk/totals/index?listId=${listId}`)
      expect(await read(LIST_OWNER, '.total-quantity')).toContain('25 份')
    },
    longTest,
  )

  it(
    'shares out eighteen of twenty-five by number',
    async () => {
      await goTo(LIST_OWNER, `/list-desk/arrival/index?listId=${listId}`)
      await fill(LIST_OWNER, '.arrived-i1 input', '18')
      await tap(LIST_OWNER, '.arrival-look')
      await tap(LIST_OWNER, '.arrive-confirm')
      const told = await read(LIST_OWNER, '.share-out')
      expect(told).toContain('第 2 位')
      expect(told).toContain('分到 6，少 7')
      expect(told).not.toContain('第 1 位')
    },
    longTest,
  )

  it(
    'is handed over for one code, with the eggs that wait still and the money due',
    async () => {
      await goTo(FIRST, '/lists/mine/index')
      const code = await codeOf(FIRST)
      await goTo(CLERK, '/staff/scan/index')
      await fill(CLERK, '.scan-field input', code)
      await tap(CLERK, '.scan-submit')
      expect(await read(CLERK, '.pickup-due-sum')).toBe('¥358.20')
      await tap(CLERK, '.pickup-give')
      expect(await read(CLERK, '.pickup-done')).toContain('都交给会员了')
    },
    longTest,
  )

  it(
    'says when and by whom when the same code is shown again',
    async () => {
      const code = await codeOf(FIRST)
      await goTo(CLERK, '/staff/scan/index')
      await fill(CLERK, '.scan-field input', code)
      await tap(CLERK, '.scan-submit')
      expect(await read(CLERK, '.handover-record')).toContain('沈佳怡')
    },
    longTest,
  )

  it(
    'refunds a bad box for its picture',
    async () => {
      await goTo(FIRST, `/lists/list/index?listId=${listId}`)
      await tap(FIRST, '.mine-damage')
      const phone = await phoneOf(FIRST)
      await see(FIRST, '.damage-pick')
      const [chooser] = await Promise.all([
        phone.waitForEvent('filechooser'),
        tap(FIRST, '.damage-pick'),
      ])
      await chooser.setFiles(picture)
      await see(FIRST, '.damage-page .stored-picture')
      await tap(FIRST, '.damage-send')
      expect(await read(FIRST, '.notice')).toContain('已经提交')
      await goTo(LIST_OWNER, '/list-desk/damages/index')
      await tap(LIST_OWNER, '.damage-grant')
      await tap(LIST_OWNER, '.damage-confirm')
      await tap(LIST_OWNER, '.damage-done')
      expect(await read(LIST_OWNER, '.damage-state')).toBe('已赔')
    },
    longTest,
  )

  it(
    'leaves books that balance',
    async () => {
      const { page } = await openBooks()
      await page.locator('.books.balanced').waitFor({ timeout: 20_000 })
    },
    longTest,
  )

  /** Her list of last week: published, joined by one, settled. */
  async function lastWeek(): Promise<void> {
    const caller = callerOf(bench.cloud.origin)
    // The demo shop made its own a moment ago.
    bench.cloud.clock.advance(HOUR_MS)
    const item = { name: '红颜草莓', spec: '一盒', priceFen: 2_590, memberPriceFen: 1_990 }
    const input = {
      ...({ title: TITLE, payment: 'atPickup', shortage: 'byNumber' } as const),
      items: [{ ...item, stockCount: 25 }],
      cutOffAt: bench.cloud.clock.now() + 28 * HOUR_MS,
      pickupPoints: [{ name: '梧桐里店', storeId: 'wutong', hours: '周日 16:00–21:00' }],
    }
    const { listId: lastId } = await caller.value('lists.create', { as: LIST_OWNER, input })
    await caller.value('lists.publish', { as: LIST_OWNER, input: { listId: lastId } })
    const lines = [{ itemId: 'i1', quantity: 2 }]
    await caller.value('lists.join', { as: SECOND, input: { listId: lastId, lines } })
    bench.cloud.clock.advance(WEEK_MS)
    await bench.cloud.fireTimer('lists')
  }

  async function join(who: string, quantity: number): Promise<string> {
    await goTo(who, `/lists/list/index?listId=${listId}`)
    await tap(who, '.list-join')
    for (let count = 1; count < quantity; count += 1) await tap(who, '.item-i1-more')
    await tap(who, '.order-confirm')
    return read(who, '.joined')
  }

  /** Nobody but herself is told it. */
  async function codeOf(who: string): Promise<string> {
    const caller = callerOf(bench.cloud.origin)
    const { mine } = await caller.value('lists.show', { as: who, input: { listId } })
    return mine?.pickupCode ?? ''
  }

  async function phoneOf(who: string): Promise<Page> {
    const known = people.get(who)
    if (known) return known
    const page = await (await openPhone(bench.browser)).newPage()
    await page.goto(`${bench.cloud.origin}/phone/index.html?as=${who}#/tabs/home/index`)
    await page.locator('.page:visible').last().waitFor({ timeout: 30_000 })
    people.set(who, page)
    return page
  }

  async function goTo(who: string, path: string): Promise<void> {
    const page = await phoneOf(who)
    await page.goto(`${bench.cloud.origin}/phone/index.html?as=${who}#${path}`)
    // The same address but for its hash is no new page to the browser.
    await page.reload()
  }

  async function see(who: string, selector: string) {
    const found = (await phoneOf(who)).locator(`${selector}:visible`).last()
    await found.waitFor({ timeout: 30_000 })
    return found
  }

  async function tap(who: string, selector: string): Promise<void> {
    await (await see(who, selector)).click()
  }

  async function fill(who: string, selector: string, text: string): Promise<void> {
    await (await see(who, selector)).fill(text)
  }

  async function read(who: string, selector: string): Promise<string> {
    return (await (await see(who, selector)).textContent()) ?? ''
  }

  async function openBooks() {
    const page = await bench.browser.newPage({ viewport: { width: 1440, height: 900 } })
    await page.goto(`${bench.cloud.origin}/workbench/?phones=`)
    return { page }
  }
})
