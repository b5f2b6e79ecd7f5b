import { cast, type Person, personOf, roleNames, startingPeople } from './cast'
import { make, makeButton, part } from './element'
import { createPhone, type Phone } from './phone'
import { fitScanner, type Tell } from './pointing'

const PHONE_WIDTH_PX = 410
const PHONE_HEIGHT_PX = 840
/** The lines above and below a phone. */
const AROUND_PX = 108
const GAP_PX = 16
/** Smaller than this a page cannot be read: then the row of phones scrolls instead. */
const LEAST_SCALE = 0.6

export interface LineUp {
  phones(): readonly Phone[]
  heldBy(openid: string): Phone | undefined
}

/**
 * The phones side by side, and the chooser above them: a tap on a name brings that phone or puts
 * it away. The address follows, so that a reload shows the same people.
 */
export function startLineUp(tell: Tell): LineUp {
  const row = part(document, '.phones')
  const chooser = part(document, '.chooser')
  let phones: readonly Phone[] = []
  const heldBy = (openid: string) => phones.find((phone) => phone.holder().openid === openid)
  const changed = () => {
    const people = phones.map((phone) => phone.holder())
    for (const phone of phones) {
      phone.offer(people)
      fitScanner(phone, () => phones, tell)
    }
    showChosen(chooser, people)
    writeAddress(people)
    row.classList.toggle('is-empty', phones.length === 0)
    fitPhones(row, phones.length)
  }
  const bring = (person: Person) => {
    const phone: Phone = createPhone(person, {
      swapped: changed,
      putAway: () => {
        phones = phones.filter((other) => other !== phone)
        phone.element.remove()
        changed()
      },
    })
    phones = [...phones, phone]
    row.append(phone.element)
    return phone
  }
  chooser.append(
    ...cast.map((person) =>
      chipFor(person, () => {
        const held = heldBy(person.openid)
        if (held) part(held.element, '.phone-away').click()
        else {
          const { element } = bring(person)
          changed()
          element.scrollIntoView({ inline: 'end', block: 'nearest', behavior: 'smooth' })
        }
      }),
    ),
  )
  for (const person of startingPeople(window.location.search)) bring(person)
  changed()
  window.addEventListener('resize', () => fitPhones(row, phones.length))
  return { phones: () => phones, heldBy }
}

function chipFor({ openid, name, about, role }: Person, onClick: () => void): HTMLElement {
  const look = { className: 'chip', title: `${name} · ${about}`, data: { openid, role } }
  const chip = makeButton(look, onClick)
  chip.append(make('small', { className: 'chip-role', text: roleNames[role] }), name)
  return chip
}

function showChosen(chooser: HTMLElement, people: readonly Person[]): void {
  for (const chip of chooser.querySelectorAll<HTMLElement>('.chip')) {
    const person = personOf(chip.dataset.openid)
    chip.setAttribute('aria-pressed', String(person !== undefined && people.includes(person)))
  }
}

function writeAddress(people: readonly Person[]): void {
  const address = new URL(window.location.href)
  address.searchParams.set('phones', people.map(({ openid }) => openid).join(','))
  // A comma needs no escape, and the address is meant to be read.
  window.history.replaceState(null, '', address.href.replaceAll('%2C', ','))
}

/** As large as the window allows, never larger than a phone is. */
function fitPhones(row: HTMLElement, count: number): void {
  const room = row.getBoundingClientRect()
  const widthEach = (room.width - GAP_PX * (count - 1)) / Math.max(count, 1)
  const wanted = Math.min(
    1,
    widthEach / PHONE_WIDTH_PX,
    (room.height - AROUND_PX) / PHONE_HEIGHT_PX,
  )
  const scale = Math.max(wanted, LEAST_SCALE)
  row.classList.toggle('crowded', scale * PHONE_WIDTH_PX > widthEach)
  document.documentElement.style.setProperty('--phone-scale', String(scale))
}
