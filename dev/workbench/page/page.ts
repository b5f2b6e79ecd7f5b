import { startBooks } from './books'
import { startingPeople } from './cast'
import { startClock } from './clock'
import { createPhone, type Phone, part } from './phone'
import { addScanner } from './pointing'

const NOTE_MS = 5_000
const LOOK_MS = 400
const PHONE_WIDTH_PX = 410
const PHONE_HEIGHT_PX = 840
/** The lines above and below a phone. */
const AROUND_PX = 108
const GAP_PX = 16
/** Above it a phone shows a page that is worth loading anew. */
const LEAP_MS = 30 * 60_000

const phones: Phone[] = startingPeople(window.location.search).map(createPhone)
const bench = part(document, '.phones')
bench.append(...phones.map(({ element }) => element))
for (const phone of phones) {
  if (phone.holder().role === 'clerk') addScanner(phone, () => phones, tell)
}

fitPhones()
window.addEventListener('resize', fitPhones)
setInterval(look, LOOK_MS)
const books = startBooks()
startClock((leapMs) => {
  books.refresh()
  if (Math.abs(leapMs) >= LEAP_MS) for (const phone of phones) phone.reload()
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

/** As large as the window allows, never larger than a phone is. */
function fitPhones(): void {
  const room = bench.getBoundingClientRect()
  const widthEach = (room.width - GAP_PX * (phones.length - 1)) / phones.length
  const scale = Math.min(1, widthEach / PHONE_WIDTH_PX, (room.height - AROUND_PX) / PHONE_HEIGHT_PX)
  document.documentElement.style.setProperty('--phone-scale', String(Math.max(scale, 0.5)))
}

function look(): void {
  for (const phone of phones) {
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
