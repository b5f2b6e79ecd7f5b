import { type CloudProcess, startCloudProcess } from '../harness/cloud-process'
import { bootWeapp, type Weapp } from '../harness/weapp-page'

const NOW = '2026-11-21T02:00:00.000Z'

/** The files that are uploaded, on a simulated phone, answered by the uploaded functions. */
describe('the built mini-program', () => {
  let cloud: CloudProcess
  let app: Weapp

  beforeAll(async () => {
    cloud = await startCloudProcess({ seed: 'demo', now: NOW })
    app = bootWeapp({ origin: cloud.origin, openid: 'demo-new' })
  }, 180_000)
  afterAll(() => cloud?.stop())

  it('shows home after a tap on retry, once the network is back', async () => {
    app.setOnline(false)
    const home = await app.open('tabs/home/index')
    await home.waitFor('.trouble-again')
    app.setOnline(true)
    home.tap('.trouble-again')
    await home.waitFor('.home-join')
    home.tap('.home-join')
    expect(app.done.at(-1)?.[0]).toBe('navigateTo')
    expect(app.done.at(-1)?.[1]).toMatchObject({ url: '/join/enrol/index' })
    home.close()
  })

  it('joins with one tap on the join page, and home knows her', async () => {
    const enrol = await app.open('join/enrol/index')
    enrol.tap('.join-confirm')
    await waitForMember()
    enrol.close()
    const home = await app.open('tabs/home/index')
    await home.waitFor('.home-balance')
    expect(home.text('.home-balance')).toBe('0')
    home.close()
  })

  it('opens the pack: 100 points and a coupon', async () => {
    const pack = await app.open('gifts/pack/index')
    await pack.waitFor('.pack-claim')
    pack.tap('.pack-claim')
    await pack.waitForText('礼包已到账')
    pack.close()
    expect((await cloud.value('members.home', { as: 'demo-new' })).balancePoints).toBe(100)
  })

  it('shows the code that staff can scan, after a tap on refresh', async () => {
    app.setOnline(false)
    const page = await app.open('members/code/index')
    await page.waitFor('.trouble-again')
    app.setOnline(true)
    page.tap('.trouble-again')
    await page.waitFor('.code-digits')
    const shown = page.text('.code-digits').replaceAll(' ', '')
    const { codes } = await cloud.value('members.code', { as: 'demo-new' })
    expect(codes.map((code) => code.memberCode)).toContain(shown)
    expect(app.done.map(([name]) => name)).toContain('setScreenBrightness')
    page.close()
  })

  it('settles a purchase at the till, typed on the keypad', async () => {
    const { codes } = await cloud.value('members.code', { as: 'demo-new' })
    app.handTo('demo-staff-1')
    const desk = await app.open('staff/scan/index')
    await desk.waitFor('.scan-field')
    desk.type('.scan-field', codes[0]?.memberCode ?? '')
    await waitUntilDone('/till/till/index')
    desk.close()
    const till = await app.open('till/till/index')
    await till.waitFor('.settle-confirm')
    for (const digit of ['8', '8', '8']) till.tap(`.keypad-${digit}`)
    await till.waitForText('¥888')
    till.tap('.settle-confirm')
    await till.waitFor('.settled-card')
    // The coupon of her pack takes five yuan off by itself.
    expect(till.text('.settled-points')).toContain('+883')
    till.close()
    app.handTo('demo-new')
  })

  it('redeems a reward with two taps, and shows the pick-up code', async () => {
    const page = await app.open('mall/reward/index', { rewardId: 'fruit' })
    await page.waitForText('立即兑换')
    page.tap('.redeem-open')
    await page.waitFor('.redeem-confirm')
    page.tap('.redeem-confirm')
    await page.waitFor('.redeem-done')
    const { redemptions } = await cloud.value('mall.redemptions', { as: 'demo-new' })
    expect(redemptions).toHaveLength(1)
    expect(page.text('.redeem-code').replaceAll(' ', '')).toBe(redemptions[0]?.pickupCode)
    page.close()
  })

  async function waitForMember(): Promise<void> {
    for (let tries = 0; tries < 100; tries += 1) {
      const { member } = await cloud.value('members.home', { as: 'demo-new' })
      if (member) return
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    throw new Error('she never became a member')
  }

  async function waitUntilDone(url: string): Promise<void> {
    for (let tries = 0; tries < 200; tries += 1) {
      if (app.done.some(([, options]) => JSON.stringify(options)?.includes(url))) return
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    throw new Error(`the app never went to ${url}: ${JSON.stringify(app.done)}`)
  }
})
