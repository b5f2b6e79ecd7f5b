import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser } from '../harness/browser'
import { postJson } from '../harness/post'
import type { LocalCloud } from '../localcloud/cloud'
import { startShopCloud } from '../shop-cloud'
import { mountWorkbench } from '../workbench/workbench'

const SHOPPER = 'demo-shopper-1'
const root = join(__dirname, '../..')

describe('what functions send to WeChat, on the workbench', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'huilin-outbox-'))
  let cloud: LocalCloud
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    cloud = await startShopCloud({
      port: 0,
      dataDir,
      functionsDir: join(root, 'dev/localcloud/fixtures/functions'),
      extend: (app, extended) => mountWorkbench(app, extended, join(root, 'dist/h5')),
    })
    browser = await launchBrowser()
    page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    await page.goto(`${cloud.origin}/workbench/?phones=${SHOPPER},demo-owner-1`)
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    await cloud?.close()
    rmSync(dataDir, { recursive: true, force: true })
  })

  it('says what will come while nothing has', async () => {
    await page.locator('.outbox.is-empty .outbox-empty').waitFor()
  })

  it('shows a message that nobody permitted as refused, and on nobody’s phone', async () => {
    await permit('reject')
    await send('openapi.subscribeMessage.send', message)
    const letter = page.locator('.letter').first()
    await letter.waitFor()
    expect(await letter.textContent()).toContain('43101')
    expect(await page.locator('.phone-notice').count()).toBe(0)
  })

  it('lets a permitted message slide in on the phone of whom it is for', async () => {
    await permit('accept')
    await send('openapi.subscribeMessage.send', message)
    const notice = page.locator('.phone-notice')
    await notice.waitFor()
    expect(await notice.textContent()).toContain('当季水果一份')
    const phone = page.locator('.phone', { has: notice })
    expect(await phone.locator('iframe').getAttribute('src')).toContain(`as=${SHOPPER}#`)
    expect(await page.locator('.letter').first().textContent()).toContain('已送达')
  })

  it('draws the code that a function asked for', async () => {
    await send('openapi.wxacode.getUnlimited', { scene: 's=wutong', page: 'join/enrol/index' })
    const code = page.locator('.letter-code')
    await code.waitFor()
    expect(await code.getAttribute('aria-label')).toContain('join/enrol/index?scene=s=wutong')
  })

  const message = {
    touser: SHOPPER,
    templateId: 'pick-up',
    data: { thing1: { value: '当季水果一份' }, date2: { value: '2026年11月30日' } },
  }

  async function permit(answer: 'accept' | 'reject'): Promise<void> {
    const templateIds = { 'pick-up': answer }
    await postJson(`${cloud.origin}/phone/permits`, { templateIds }, { 'x-openid': SHOPPER })
  }

  async function send(api: string, data: object): Promise<void> {
    await cloud.call('wechat', { api, data }, { openid: SHOPPER })
  }
})
