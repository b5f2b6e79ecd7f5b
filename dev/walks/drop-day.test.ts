import type { Page } from 'playwright-core'
import { callerOf } from '../harness/cloud-caller'
import {
  type Bench,
  dragScanner,
  type HeldPhone,
  holdPhone,
  openBench,
  openWorkbench,
} from './bench'

const OWNER = 'demo-owner-1'
const CLERK = 'demo-staff-1'
const SHOPPERS = ['demo-shopper-1', 'demo-shopper-2'] as const
/** Neighbours of the same group, whose phones are not on the bench. */
const NEIGHBOURS = ['demo-chen', 'demo-li', 'demo-sun', 'demo-zhao'] as const
const GROUP = 'demo-group-wutong'
const COMMUNITY = '梧桐里三栋邻居群'
const TITLE = '周末前的满减券'

const at = (clock: string) => Date.parse(`2026-11-21T${clock}+08:00`)
const OPENS_AT = at('20:00:00')
const CLOSES_AT = at('22:00:00')
const SECOND_MS = 1_000
const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
/** 88 yuan less the coupon's 10. */
const PAYABLE_FEN = 7_800
/** What the phones' own clocks are wrong by: they decide nothing. */
const PHONE_WRONG_MS = 37 * MINUTE_MS

describe('the day of a drop, on the workbench', () => {
  let bench: Bench
  let page: Page
  let complaints: string[]
  let owner: HeldPhone
  let clerk: HeldPhone
  let shoppers: readonly { readonly openid: string; readonly phone: HeldPhone }[]
  let winner: { readonly openid: string; readonly phone: HeldPhone }
  let before: { claims: number; redemptions: number; salesFen: number }

  beforeAll(async () => {
    bench = await openBench('2026-11-21T02:00:00.000Z')
    ;({ page, complaints } = await openWorkbench(bench, [OWNER, ...SHOPPERS, CLERK]))
    owner = holdPhone(page, OWNER)
    clerk = holdPhone(page, CLERK)
    shoppers = SHOPPERS.map((openid) => ({ openid, phone: holdPhone(page, openid) }))
    winner = { openid: '', phone: owner }
    before = await boardBefore()
  }, 120_000)
  afterAll(() => bench?.close())

  it('lets the owner set last week’s drop again for tonight, in at most five taps', async () => {
    await owner.tap('.weui-tabbar__item:has-text("我的")')
    await owner.tap('.me-row-community')
    await owner.see('.desk-past')
    const begunAt = owner.tapCount()
    await owner.tap(`.desk-past .drop-row:has-text("${TITLE}")`)
    await owner.tap('.drop-copy')
    expect(await owner.read('.plan-span')).toContain('今天 20:00 – 22:00')
    await owner.tap('.plan-look')
    await owner.tap('.plan-confirm')
    await owner.tap('.plan-done')
    expect(owner.tapCount() - begunAt).toBeLessThanOrEqual(5)
    expect(await owner.read('.drop-standing')).toBe('未开始')
    await setNextDrop()
  })

  it('counts down by the server’s time on phones that are wrong, and opens by itself', async () => {
    await standAt(OPENS_AT - 3 * SECOND_MS)
    for (const { openid, phone } of shoppers) {
      await openCard(openid)
      expect(await phone.read('.drop-clock')).toBe('00:00:03')
      expect(await phone.read('.drop-wait')).toBe('11月21日 20:00 开抢')
    }
    await shoppers[0]?.phone.tap('.rules-confirm')
    await standAt(OPENS_AT)
    for (const { phone } of shoppers) {
      await phone.see('.drop-claim')
      expect(await phone.read('.drop-left-count')).toBe('还剩 5 张')
    }
  })

  it('gives the last coupon to one of two who tap in the last second', async () => {
    await standAt(OPENS_AT + MINUTE_MS)
    await claimAsNeighbours()
    await standAt(CLOSES_AT - SECOND_MS)
    for (const { openid, phone } of shoppers) {
      await openCard(openid)
      expect(await phone.read('.drop-clock')).toBe('00:00:01')
      expect(await phone.read('.drop-left-count')).toBe('还剩 1 张')
    }
    await Promise.all(shoppers.map(({ phone }) => phone.tap('.drop-claim')))
    const told = await Promise.all(
      shoppers.map(({ phone }) => phone.read('.drop-got-title, .drop-note-title')),
    )
    expect([...told].sort()).toEqual(['来晚一步，已经抢完了', '领到了'].sort())
    winner = shoppers[told.indexOf('领到了')] ?? winner
  })

  it('tells who was late when the next one comes', async () => {
    const late = shoppers.find(({ openid }) => openid !== winner.openid)
    expect(await late?.phone.read('.drop-next')).toBe('下一场 11月22日 20:00')
    expect(await late?.phone.read('.drop-left-count')).toBe('一张不剩')
  })

  it('is over for whoever opens the card after its last second', async () => {
    await standAt(CLOSES_AT)
    const late = shoppers.find(({ openid }) => openid !== winner.openid) ?? winner
    await openCard(late.openid)
    await late.phone.see('.drop-note-title:has-text("这次社群福利已经结束")')
  })

  it('leads from the drop to the wallet, and from there to the member code', async () => {
    await winner.phone.tap('.drop-to-wallet')
    await winner.phone.tap('.wallet-ticket:has-text("社群专享满 50 减 10 元券")')
    await winner.phone.tap('.coupon-use')
    await winner.phone.see('.member-code')
  })

  it('takes the coupon at the till: one gesture, the amount, and four taps', async () => {
    await dragScanner(page, winner.openid)
    await clerk.see('.settle-confirm')
    const begunAt = clerk.tapCount()
    await typeAmount('88')
    // What saves most is taken by itself; whoever has a better one asks for that of the drop.
    if (!(await clerk.read('.till-coupon')).includes('社群专享满 50 减 10 元券')) {
      await clerk.tap('.till-coupon')
      await clerk.tap('.coupon-choice:has-text("社群专享满 50 减 10 元券")')
      await clerk.tap('.coupon-done')
    }
    await clerk.tap('.settle-confirm:has-text("78")')
    expect(await clerk.read('.settled-card')).toContain('78.00')
    expect(clerk.tapCount() - begunAt).toBeLessThanOrEqual(4)
  })

  it('shows the owner what was used of it, and what it sold', async () => {
    await page.locator(`${phoneOf(OWNER)} .phone-home`).click()
    await owner.tap('.weui-tabbar__item:has-text("我的")')
    await owner.tap('.me-row-community')
    await owner.tap(`.drop-row-closed:has-text("核销 1"):has-text("${TITLE}")`)
    expect(await owner.read('.share-line:has-text("核销 1")')).toContain(COMMUNITY)
    expect(await owner.read('.share-total')).toBe('共领 5 / 10 张，核销 1 张')
    await page.locator(`${phoneOf(OWNER)} .phone-home`).click()
    await owner.tap('.weui-tabbar__item:has-text("我的")')
    await owner.tap('.me-row-community')
    await owner.tap(`.community-row:has-text("${COMMUNITY}")`)
    await owner.tap('.community-board-link')
    const { claims, redemptions, salesFen } = before
    expect(await owner.read('.board-figure')).toBe(`${redemptions + 1}张`)
    expect(await owner.read('.board-sales')).toBe(
      `带来消费 ¥${((salesFen + PAYABLE_FEN) / 100).toFixed(2)}`,
    )
    expect(await owner.read('.line:has-text("领取")')).toContain(`${claims + 5} 张`)
  })

  it('ends with pages that did not complain', () => {
    expect(complaints).toEqual([])
  })

  /** Every clock there is stands still there; those of the phones are wrong. */
  async function standAt(ms: number): Promise<void> {
    bench.cloud.clock.hold(ms)
    await page.clock.setFixedTime(ms + PHONE_WRONG_MS)
  }

  /** Opens the drop by its card in the group. */
  async function openCard(openid: string): Promise<void> {
    await page.locator(`${phoneOf(openid)} .cards-open`).click()
    await page
      .locator(`${phoneOf(openid)} .card`, { hasText: TITLE })
      .first()
      .click()
  }

  /** Typed on the keypad; not counted as taps, like the digits on a keyboard. */
  async function typeAmount(digits: string): Promise<void> {
    for (const digit of digits) await (await clerk.see(`.keypad-${digit}`)).click()
  }

  async function dropSetFor(opensAt: number) {
    const { drops } = await callerOf(bench.cloud.origin).value('drops.list', { as: OWNER })
    const found = drops.find((drop) => drop.title === TITLE && drop.opensAt === opensAt)
    if (!found) throw new Error('the drop was not set')
    return found
  }

  /** The stage: the same once more, for the evening after. */
  async function setNextDrop(): Promise<void> {
    const { templateId, communities } = await dropSetFor(OPENS_AT)
    const quotas = communities.map(({ communityId, quota }) => ({ communityId, quota }))
    const times = { opensAt: OPENS_AT + DAY_MS, closesAt: CLOSES_AT + DAY_MS }
    const input = { title: '周日再来一场', templateId, quotas, ...times }
    await callerOf(bench.cloud.origin).value('drops.schedule', { as: OWNER, input })
  }

  /** The stage: what the neighbours of the group leave of it. */
  async function claimAsNeighbours(): Promise<void> {
    const { dropId } = await dropSetFor(OPENS_AT)
    const { value } = callerOf(bench.cloud.origin)
    for (const as of NEIGHBOURS) await value('drops.claim', { as, group: GROUP, input: { dropId } })
  }

  async function boardBefore() {
    const { value } = callerOf(bench.cloud.origin)
    const { communities } = await value('communities.mine', { as: OWNER })
    const communityId = communities.find(({ name }) => name === COMMUNITY)?.communityId ?? ''
    return value('communities.board', { as: OWNER, input: { communityId } })
  }
})

function phoneOf(openid: string): string {
  return `.phone:has(iframe[src*="as=${openid}#"])`
}
