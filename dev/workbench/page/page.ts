import { startBooks } from './books'
import { startClock } from './clock'
import { part } from './element'
import { startLineUp } from './line-up'
import { startOutbox } from './outbox'

const NOTE_MS = 5_000
const LOOK_MS = 400
/** Above it a phone shows a page that is worth loading anew. */
const LEAP_MS = 30 * 60_000

const lineUp = startLineUp(tell)
setInterval(look, LOOK_MS)
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
