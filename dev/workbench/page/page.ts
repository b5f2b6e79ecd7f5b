import { startBooks } from './books'
import { startClock } from './clock'
import { part } from './element'
import { showGuide } from './guide'
import { startLineUp } from './line-up'
import { startOutbox } from './outbox'
import { meetPeople } from './people'
import { readyShop, watchShop } from './shop-watch'
import { offerStartOver } from './start-over'

const NOTE_MS = 5_000
const LOOK_MS = 400
/** Above it a phone shows a page that is worth loading anew. */
const LEAP_MS = 30 * 60_000

const cover = part(document, '.cover')
const shop = await readyShop(() => {
  cover.hidden = false
})
cover.hidden = true
meetPeople(shop.people)
showGuide(shop)
const lineUp = startLineUp(shop.kind)
setInterval(look, LOOK_MS)
watchShop(shop, {
  seen(now) {
    meetPeople(now.people)
    lineUp.rename()
    showGuide(now)
  },
  replaced: comeBack,
})
if (shop.canStartOver) {
  offerStartOver(() => {
    lineUp.clear()
    cover.hidden = false
  })
}
const books = startBooks()
startOutbox((openid, card) => lineUp.heldBy(openid)?.notify(card))
startClock((leapMs) => {
  books.refresh()
  if (Math.abs(leapMs) >= LEAP_MS) for (const phone of lineUp.phones()) phone.reload()
}).catch((fault: Error) => tell(fault.message, true))

for (const button of document.querySelectorAll<HTMLElement>('[data-scheme]')) {
  button.addEventListener('click', () => {
    const dark = button.dataset.scheme === 'dark'
    document.body.classList.toggle('dark', dark)
    for (const other of document.querySelectorAll('[data-scheme]')) {
      other.setAttribute('aria-pressed', String(other === button))
    }
  })
}

/** Another shop stands here: what phones kept of the one before goes, and all begins anew. */
function comeBack(): void {
  // A phone that still ran would write down again what it knows.
  lineUp.clear()
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith('huilin:')) localStorage.removeItem(key)
  }
  window.location.replace('/workbench/')
}

function look(): void {
  for (const phone of lineUp.phones()) {
    phone.element.classList.toggle('shows-code', phone.shownCode() !== null)
  }
}

function tell(note: string, refused = false): void {
  const line = part(document, '.head-note')
  line.textContent = note
  line.classList.toggle('refused', refused)
  setTimeout(() => {
    if (line.textContent === note) line.textContent = ''
  }, NOTE_MS)
}
