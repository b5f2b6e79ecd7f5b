import { join } from 'node:path'
import { postJson } from './post'
import { dispatch, prepareSimulator, type SimulatedPage } from './weapp-simulator'

export interface WeappOptions {
  /** Where the local cloud answers. */
  readonly origin: string
  /** Whose phone it is, until `handTo` gives it to somebody else. */
  readonly openid: string
  readonly dist?: string
  /** What the phone was opened with, for example a poster's `scene`. */
  readonly launchQuery?: Readonly<Record<string, string>>
}

export type Weapp = ReturnType<typeof bootWeapp>
export type WeappPage = Awaited<ReturnType<Weapp['open']>>

const WAIT_MS = 20_000
const POLL_MS = 20

/**
 * Boots the mini-program as it is uploaded (`dist/weapp`), with its cloud calls answered by a
 * local cloud. One boot a test file: the app's modules run once, as on a phone.
 */
export function bootWeapp(options: WeappOptions) {
  const dist = options.dist ?? join(__dirname, '../../dist/weapp')
  const calls: CloudCall[] = []
  const done: [name: string, options: unknown][] = []
  const phone = { origin: options.origin, openid: options.openid, online: true }
  const app = prepareSimulator(dist, { ...phoneFunctions(done), cloud: cloudOf(phone, calls) })
  app.launch(options.launchQuery ?? {})
  return {
    /** Every cloud call, in order. */
    calls,
    /** What the app asked the phone to do: `['navigateTo', { url }]`. */
    done,
    handTo: (openid: string) => {
      phone.openid = openid
    },
    /** Without network every cloud call fails, as it does on a phone. */
    setOnline: (online: boolean) => {
      phone.online = online
    },
    open: async (route: string, query: Readonly<Record<string, string>> = {}) => {
      const page = app.open(route, query)
      await waitUntil(() => page.isDrawn(), `the first drawing of ${route}`)
      app.ready(page)
      return handleOf(page, () => app.close(page))
    },
  }
}

function handleOf(page: SimulatedPage, close: () => void) {
  const find = (selector: string) => {
    const found = page.dom.querySelector(selector)
    if (!found) throw new Error(`there is no ${selector} on the page: ${page.dom.innerHTML}`)
    return found
  }
  const text = (selector?: string) => (selector ? find(selector) : page.dom).textContent ?? ''
  return {
    find,
    text,
    has: (selector: string) => page.dom.querySelector(selector) !== null,
    count: (selector: string) => page.dom.querySelectorAll(selector).length,
    tap: (selector: string) => dispatch(find(selector), 'tap', {}),
    type: (selector: string, value: string) => dispatch(find(selector), 'input', { value }),
    submit: (selector: string, value: unknown) => dispatch(find(selector), 'submit', { value }),
    /** Waits until it is there; a fixed sleep would be too short on a busy machine. */
    waitFor: (selector: string) =>
      waitUntil(() => page.dom.querySelector(selector) !== null, `${selector}; ${text()}`),
    waitForText: (wanted: string) =>
      waitUntil(() => text().includes(wanted), `"${wanted}" on a page that says: ${text()}`),
    close,
  }
}

interface CloudCall {
  readonly name: string
  readonly data: unknown
}

interface Phone {
  readonly origin: string
  openid: string
  online: boolean
}

function cloudOf(phone: Phone, calls: CloudCall[]) {
  return {
    init: () => undefined,
    callFunction: async (call: CloudCall) => {
      if (!phone.online) throw Object.assign(new Error('request:fail'), { errCode: -1 })
      calls.push({ name: call.name, data: call.data })
      const address = `${phone.origin}/call/${call.name}`
      const { status, body } = await postJson(address, call.data, { 'x-openid': phone.openid })
      // What a phone gets when a function has no answer.
      if (status !== 200) throw Object.assign(new Error(JSON.stringify(body)), { errCode: -1 })
      return { result: body }
    },
  }
}

const asked = [
  'navigateTo',
  'redirectTo',
  'reLaunch',
  'switchTab',
  'navigateBack',
  'showToast',
  'hideToast',
  'showLoading',
  'hideLoading',
  'showModal',
  'setScreenBrightness',
  'setKeepScreenOn',
  'setNavigationBarTitle',
  'setNavigationBarColor',
  'stopPullDownRefresh',
  'pageScrollTo',
  'setClipboardData',
  'vibrateShort',
  'scanCode',
] as const

const answers: Readonly<Record<string, unknown>> = {
  showModal: { confirm: true, cancel: false },
}

interface Callbacks {
  success?: (answer: unknown) => void
  complete?: (answer: unknown) => void
}

/** The phone does whatever it is asked, and it is written down. */
function phoneFunctions(done: [string, unknown][]): Record<string, unknown> {
  const record =
    (name: string) =>
    (options: Callbacks = {}) => {
      done.push([name, options])
      const answer = answers[name] ?? {}
      options.success?.(answer)
      options.complete?.(answer)
      return Promise.resolve(answer)
    }
  return {
    ...Object.fromEntries(asked.map((name) => [name, record(name)])),
    getScreenBrightness: ({ success }: Callbacks) => success?.({ value: 0.5 }),
  }
}

async function waitUntil(isSo: () => boolean, what: string): Promise<void> {
  const end = Date.now() + WAIT_MS
  while (!isSo()) {
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`)
    await new Promise((resolve) => setTimeout(resolve, POLL_MS))
  }
}
