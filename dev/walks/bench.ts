import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, FrameLocator, Locator, Page } from 'playwright-core'
import { launchBrowser, listenForComplaints } from '../harness/browser'
import type { LocalCloud } from '../localcloud/cloud'
import { seedDemo } from '../seed/demo'
import { startShopCloud } from '../shop-cloud'
import { mountWorkbench } from '../workbench/workbench'

/** The demo shop, open in a browser: what `npm start` shows, for a walk to use. */
export interface Bench {
  readonly cloud: LocalCloud
  readonly browser: Browser
  close(): Promise<void>
}

const root = join(__dirname, '../..')

/** Opens the demo shop on any free port, with data that goes away again; timers are off or on. */
export async function openBench(now: string, timers = false): Promise<Bench> {
  const dataDir = mkdtempSync(join(tmpdir(), 'huilin-walk-'))
  const cloud = await openShop(dataDir, { now, timers })
  const browser = await launchBrowser()
  return {
    cloud,
    browser,
    async close() {
      await browser.close()
      await cloud.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** A shop that lived its history once, to be opened as often as wanted: always as it was left. */
export interface KeptShop {
  /** A copy of its own: what happens in it is seen in no other. Closing leaves the browser open. */
  openCopy(browser: Browser): Promise<Bench>
  remove(): void
}

/** Lets the demo shop live its history once, prepares it, and keeps its data for copies. */
export async function keepShop(
  now: string,
  prepare: (cloud: LocalCloud) => Promise<void>,
): Promise<KeptShop> {
  const folder = mkdtempSync(join(tmpdir(), 'huilin-walk-'))
  const kept = join(folder, 'kept')
  const first = await openShop(kept, { now })
  await prepare(first)
  await first.close()
  return {
    async openCopy(browser) {
      const dataDir = mkdtempSync(join(folder, 'copy-'))
      cpSync(kept, dataDir, { recursive: true })
      // Its clock goes on where it was kept: nothing in the books lies in its future.
      const cloud = await openShop(dataDir)
      return { cloud, browser, close: () => cloud.close() }
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

function openShop(
  dataDir: string,
  time: { readonly now?: string; readonly timers?: boolean } = {},
): Promise<LocalCloud> {
  return startShopCloud({
    port: 0,
    dataDir,
    functionsDir: join(root, 'dist/cloudfunctions'),
    ...time,
    seed: seedDemo,
    extend: (app, extended) => mountWorkbench(app, extended, join(root, 'dist/h5')),
  })
}

/** The workbench with these phones or its usual ones, and what its pages complain about. */
export async function openWorkbench(
  bench: Bench,
  openids: readonly string[] = [],
): Promise<{ page: Page; complaints: string[] }> {
  const page = await bench.browser.newPage({ viewport: { width: 1440, height: 900 } })
  const complaints = listenForComplaints(page)
  await page.goto(`${bench.cloud.origin}/workbench/?phones=${openids.join(',')}`)
  return { page, complaints }
}

/** One phone on the workbench, with a count of the taps it was given. */
export interface HeldPhone {
  readonly screen: FrameLocator
  tapCount(): number
  tap(selector: string): Promise<void>
  see(selector: string): Promise<Locator>
  read(selector: string): Promise<string>
}

export function holdPhone(page: Page, openid: string): HeldPhone {
  const screen = page.frameLocator(`iframe[src*="as=${openid}#"]`)
  let taps = 0
  // Taro keeps the pages below the one that is looked at in the document, hidden.
  const shown = (selector: string) => screen.locator(`${selector}:visible`).last()
  const see = async (selector: string) => {
    const found = shown(selector)
    try {
      await found.waitFor({ timeout: 20_000 })
    } catch (reason) {
      const showing = await screen.locator('body').ariaSnapshot()
      throw new Error(`${openid} does not show ${selector}, but:\n${showing}`, { cause: reason })
    }
    return found
  }
  return {
    screen,
    tapCount: () => taps,
    async tap(selector) {
      taps += 1
      await (await see(selector)).click()
    },
    see,
    read: async (selector) => (await (await see(selector)).textContent()) ?? '',
  }
}

/** The clerk's one gesture: her scanner, dragged onto the phone that shows a code. */
export async function dragScanner(page: Page, onto: string, by?: string): Promise<void> {
  const phoneOf = (openid: string) => page.locator(`.phone:has(iframe[src*="as=${openid}#"])`)
  const hers = by === undefined ? page : phoneOf(by)
  const scanner = await hers.locator('.scanner').boundingBox()
  const phone = await phoneOf(onto).boundingBox()
  if (!scanner || !phone) throw new Error('the scanner or the phone is not on the bench')
  await page.mouse.move(scanner.x + scanner.width / 2, scanner.y + scanner.height / 2)
  await page.mouse.down()
  await page.mouse.move(phone.x + phone.width / 2, phone.y + phone.height / 2, { steps: 8 })
  await page.mouse.up()
}
