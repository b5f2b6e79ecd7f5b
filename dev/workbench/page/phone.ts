import { firstPages, type Person, roleNames } from './cast'
import { make, part } from './element'
import { addGroupCards, addressOf } from './group-cards'
import { everybody, personOf } from './people'

/** A phone on the bench: the H5 build in a frame, held by one person at a time. */
export interface Phone {
  readonly element: HTMLElement
  holder(): Person
  /** The digits of the member, pick-up or coupon code that is on the screen now, if any. */
  shownCode(): string | null
  /**
   * Hands a code to the page that is open, or to the scan page where that takes none, as if its
   * camera had read it.
   */
  scan(code: string): Promise<void>
  /** Lets a card slide in from the top, as WeChat's notifications do. */
  notify(card: HTMLElement): void
  /** People whose phone is on the bench already cannot take this one. */
  offer(taken: readonly Person[]): void
  /** Shows the name and the role that its holder has by now. */
  rename(): void
  reload(): void
}

export interface PhoneEvents {
  /** Another person holds it now. */
  readonly swapped: () => void
  readonly putAway: () => void
}

const SCAN_PAGE = '#/staff/scan/index'
/** What stands on a page that takes a code: the desk's own, and the one that appoints. */
const TAKES_CODE = '.scan-card, .appoint-code'
const SHOWN_CODES = '.member-code[data-code], .pickup-code[data-code], [data-pickup], [data-coupon]'
const SHOWN_AS = ['data-code', 'data-pickup', 'data-coupon']
const POLL_MS = 100
const READY_TIMEOUT_MS = 15_000
const NOTICE_MS = 6_000

export function createPhone(first: Person, events: PhoneEvents): Phone {
  let { openid } = first
  const holder = () => personOf(openid) ?? first
  const frame = document.createElement('iframe')
  const element = phoneAround(frame)
  const picker = make('select', { attributes: { 'aria-label': '换个人用这台手机' } })
  part(element, '.phone-role').after(picker)
  picker.append(...everybody().map((person) => new Option('', person.openid)))
  const rename = () => showHolder(element, holder())
  const home = () => {
    rename()
    frame.src = `/phone/index.html?as=${openid}#${firstPages[holder().role]}`
  }
  const cards = addGroupCards(element, holder, (card) => {
    frame.src = addressOf(card, holder())
  })
  picker.addEventListener('change', () => {
    openid = picker.value
    home()
    cards.suit()
    events.swapped()
  })
  const reload = () => frame.contentWindow?.location.reload()
  part(element, '.phone-home').addEventListener('click', home)
  part(element, '.phone-reload').addEventListener('click', reload)
  part(element, '.phone-away').addEventListener('click', events.putAway)
  home()
  return {
    element,
    holder,
    shownCode: () => codeOn(frame),
    scan: (code) => handCode(frame, code),
    notify: (card) => slideIn(part(element, '.phone-screen'), card),
    offer(taken) {
      for (const option of picker.options) {
        const { value } = option
        option.disabled = value !== openid && taken.some((person) => person.openid === value)
      }
    },
    rename,
    reload,
  }
}

/** What stands around the screen: who holds it, and the address that opens it alone. */
function showHolder(element: HTMLElement, { openid, name, role }: Person): void {
  element.dataset.role = role
  part(element, '.phone-role').textContent = roleNames[role]
  part(element, 'iframe').title = name
  for (const option of element.querySelectorAll('option')) {
    const person = personOf(option.value)
    if (person) option.text = `${person.name} · ${person.about}`
    option.selected = option.value === openid
  }
  const address = `${window.location.origin}/phone/?as=${openid}`
  const link = part(element, '.phone-address a')
  link.setAttribute('href', `${address}#${firstPages[role]}`)
  link.textContent = address.replace(/^https?:\/\//, '')
}

function phoneAround(frame: HTMLIFrameElement): HTMLElement {
  const element = make('article', 'phone')
  element.innerHTML = `
    <div class="phone-who">
      <span class="phone-role"></span>
      <button type="button" class="phone-home" title="回到首页" aria-label="回到首页">⌂</button>
      <button type="button" class="phone-reload" title="刷新" aria-label="刷新">↻</button>
      <button type="button" class="phone-away" title="收起这台手机" aria-label="收起">✕</button>
    </div>
    <div class="phone-body">
      <div class="phone-shell">
        <div class="phone-screen">
          <div class="phone-bar"><span class="phone-time"></span><i></i></div>
        </div>
      </div>
    </div>
    <div class="phone-foot">
      <span class="showing">正在出示，可以扫了</span>
    </div>
    <p class="phone-address">单独打开：<a target="_blank"></a></p>`
  part(element, '.phone-screen').append(frame)
  return element
}

function slideIn(screen: HTMLElement, card: HTMLElement): void {
  for (const before of screen.querySelectorAll('.phone-notice')) before.remove()
  const notice = make('div', { className: 'phone-notice', attributes: { role: 'status' } }, card)
  screen.append(notice)
  setTimeout(() => notice.remove(), NOTICE_MS)
}

/** The page that is looked at: Taro keeps the pages below it in the document, hidden. */
function codeOn(frame: HTMLIFrameElement): string | null {
  const shown = [...(frame.contentDocument?.querySelectorAll(SHOWN_CODES) ?? [])].filter(isShown)
  const codes = shown.map(
    (node) => SHOWN_AS.map((name) => node.getAttribute(name)).find((code) => code !== null) ?? null,
  )
  return codes.filter((code) => code !== null).at(-1) ?? null
}

async function handCode(frame: HTMLIFrameElement, code: string): Promise<void> {
  const phone = frame.contentWindow
  if (!phone) return
  const takes = () => [...phone.document.querySelectorAll(TAKES_CODE)].some(isShown)
  if (!takes()) phone.location.hash = SCAN_PAGE
  const deadline = performance.now() + READY_TIMEOUT_MS
  while (performance.now() < deadline) {
    if (takes()) {
      phone.postMessage({ type: 'huilin:scan', code }, phone.location.origin)
      return
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_MS))
  }
  throw new Error('店员的扫码页没有打开')
}

function isShown(node: Element): boolean {
  return node.getClientRects().length > 0
}
