import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'

/** Without them a browser without a screen or a network spends its time looking for both. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** A Chromium without a window; npm test finds or installs it and names it in CHROMIUM_PATH. */
export function launchBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
  return chromium.launch({ executablePath, args: flags })
}

export interface PhoneOptions {
  readonly colorScheme?: 'light' | 'dark'
  readonly offline?: boolean
  /** Pixels for each point: 2 as on a phone, 1 where many pictures are taken. */
  readonly deviceScaleFactor?: number
}

/** A phone of common size in the browser; each has a storage of its own. */
export function openPhone(browser: Browser, options: PhoneOptions = {}): Promise<BrowserContext> {
  return browser.newContext({
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: options.deviceScaleFactor ?? 2,
    isMobile: true,
    hasTouch: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    colorScheme: options.colorScheme ?? 'light',
    offline: options.offline ?? false,
  })
}

/** Collects what a page complains about; a walk ends with `expect(complaints).toEqual([])`. */
export function listenForComplaints(page: Page): string[] {
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  return complaints
}
