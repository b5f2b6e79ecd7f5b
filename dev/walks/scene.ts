import type { BrowserContext, Page } from 'playwright-core'
import { listenForComplaints, openPhone } from '../harness/browser'
import type { Bench } from './bench'

/** One state of one page, and how a person gets there. */
export interface Scene {
  readonly name: string
  /** What the contact sheet calls it. */
  readonly title: string
  readonly as: string
  readonly path: string
  /** The group by whose card she comes in. */
  readonly group?: string
  /** What must be on the screen before the picture is taken. */
  readonly see: string
  /** With `offline`: what is on the screen before the network goes. */
  readonly seeBefore?: string
  /** `offline`: lost after a first visit; `cut`: never there; `loading`: never answers. */
  readonly network?: 'offline' | 'loading' | 'cut'
  readonly act?: (screen: Screen, bench: Bench) => Promise<void>
  /** Where the server itself may work longer than a page is waited for elsewhere. */
  readonly patienceMs?: number
}

const PATIENCE_MS = 15_000

/** A phone by itself, as large as a real one. */
export interface Screen {
  readonly page: Page
  tap(selector: string): Promise<void>
  tapFirst(selector: string): Promise<void>
  fill(selector: string, text: string): Promise<void>
  see(selector: string): Promise<void>
  type(digits: string): Promise<void>
  /** From here on no call is answered. */
  goOffline(): Promise<void>
}

export interface Shot {
  readonly scene: Scene
  readonly light: Buffer
  readonly dark: Buffer
  readonly complaints: readonly string[]
}

const CALLS = '**/call/**'
/** A refusal to connect is what these states are about. */
const EXPECTED = /Failed to load resource|ERR_/

/** A page that has come to where its scene is, and what its console has complained of. */
export interface Arrived {
  readonly page: Page
  readonly complaints: readonly string[]
}

/** Takes a scene that was arrived at in light and in dark, and leaves it. */
export async function shoot(
  scene: Scene,
  { page, complaints }: Arrived,
  inspect: (page: Page, scheme: 'light' | 'dark') => Promise<void>,
): Promise<Shot> {
  const taken = async (scheme: 'light' | 'dark') => {
    await page.emulateMedia({ colorScheme: scheme })
    await motionOver(page)
    await inspect(page, scheme)
    return page.screenshot({ animations: 'disabled', scale: 'css' })
  }
  const shots = { light: await taken('light'), dark: await taken('dark') }
  await page.context().close()
  return { scene, ...shots, complaints: complaints.filter((text) => !EXPECTED.test(text)) }
}

/** Goes to where the scene is: the page is open, acted on, and has come to rest. */
export async function arrive(scene: Scene, bench: Bench): Promise<Arrived> {
  const context = await openPhone(bench.browser, { deviceScaleFactor: 1 })
  const page = await context.newPage()
  const complaints = listenForComplaints(page)
  if (scene.network === 'loading') await context.route(CALLS, () => {})
  if (scene.network === 'cut') await context.route(CALLS, (route) => route.abort())
  const card = scene.group === undefined ? '' : `&groupEntry=${scene.group}`
  await page.goto(`${bench.cloud.origin}/phone/index.html?as=${scene.as}${card}#${scene.path}`)
  const screen = screenOf(page, context, scene.patienceMs)
  if (scene.network === 'offline') {
    await screen.see(scene.seeBefore ?? '.page')
    await comeToRest(page)
    await screen.goOffline()
    await page.reload()
  }
  await scene.act?.(screen, bench)
  await screen.see(scene.see)
  if (scene.network !== 'loading') await comeToRest(page)
  return { page, complaints }
}

function screenOf(page: Page, context: BrowserContext, timeout = PATIENCE_MS): Screen {
  // Taro keeps the pages below the one that is looked at in the document, hidden.
  const shown = (selector: string) => page.locator(`${selector}:visible`).last()
  return {
    page,
    tap: (selector) => shown(selector).click(),
    tapFirst: (selector) => page.locator(`${selector}:visible`).first().click(),
    fill: (selector, text) => shown(selector).fill(text),
    see: (selector) => shown(selector).waitFor({ timeout }),
    async type(digits) {
      for (const sign of digits) {
        await shown(`.keypad-${sign === '.' ? 'point' : sign}`).click()
      }
    },
    async goOffline() {
      await context.route(CALLS, (route) => route.abort())
    },
  }
}

/** No bones left, pictures loaded, motion over. */
async function comeToRest(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const bones = [...document.querySelectorAll('[aria-label="正在加载"]')]
    const pictures = [...document.querySelectorAll('img')]
    return (
      bones.every((bone) => bone.getClientRects().length === 0) &&
      pictures.every((picture) => picture.complete)
    )
  })
  await page.waitForTimeout(400)
  await motionOver(page)
}

/** What still fades in would be judged by its half-seen colours; a blinking caret never ends. */
async function motionOver(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    document.getAnimations().every(({ playState, effect }) => {
      return playState !== 'running' || effect?.getTiming().iterations === Number.POSITIVE_INFINITY
    }),
  )
}
