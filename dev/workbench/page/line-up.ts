import type { ShopKind } from '../shop-now'
import { type Person, roleNames, startingOpenids } from './cast'
import { make, makeButton, part } from './element'
import { everybody, personOf } from './people'
import { createPhone, type Phone } from './phone'
import { fitScanner } from './pointing'

const PHONE_WIDTH_PX = 410
const PHONE_HEIGHT_PX = 840
/** The lines above and below a phone. */
const AROUND_PX = 132
const GAP_PX = 16
/** Smaller than this a page cannot be read: then the row of phones scrolls instead. */
const LEAST_SCALE = 0.6

export interface LineUp {
  phones(): readonly Phone[]
  heldBy(openid: string): Phone | undefined
  /** Shows the names and roles that people have by now. */
  rename(): void
  /** Puts every phone away: what runs on it ends. */
  clear(): void
}

/**
 * The phones side by side, and the chooser above them: a tap on a name brings that phone or puts
 * it away. The address follows, so that a reload shows the same people.
 */
export function startLineUp(kind: ShopKind | null): LineUp {
  const row = part(document, '.phones')
  const chooser = part(document, '.chooser')
  let phones: readonly Phone[] = []
  const heldBy = (openid: string) => phones.find((phone) => phone.holder().openid === openid)
  const changed = () => {
    const people = phones.map((phone) => phone.holder())
    for (const phone of phones) {
      phone.offer(people)
      fitScanner(phone, () => phones)
    }
    showChosen(chooser, people)
    writeAddress(people)
    row.classList.toggle('is-empty', phones.length === 0)
    fitPhones(row, phones.length)
  }
  const bring = (openid: string) => {
    const person = personOf(openid)
    if (!person) throw new Error(`nobody of the cast is ${openid}`)
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
  const turn = (openid: string) => {
    const held = heldBy(openid)
    if (held) return part(held.element, '.phone-away').click()
    const { element } = bring(openid)
    changed()
    element.scrollIntoView({ inline: 'end', block: 'nearest', behavior: 'smooth' })
  }
  for (const { openid } of everybody()) {
    chooser.append(makeButton({ className: 'chip', data: { openid } }, () => turn(openid)))
  }
  nameChips(chooser)
  for (const openid of startingOpenids(window.location.search, kind)) bring(openid)
  changed()
  window.addEventListener('resize', () => fitPhones(row, phones.length))
  const rename = () => {
    for (const phone of phones) {
      phone.rename()
      fitScanner(phone, () => phones)
    }
    nameChips(chooser)
  }
  const clear = () => {
    for (const { element } of phones) element.remove()
    phones = []
  }
  return { phones: () => phones, heldBy, rename, clear }
}

function nameChips(chooser: HTMLElement): void {
  for (const chip of chooser.querySelectorAll<HTMLElement>('.chip')) {
    const person = personOf(chip.dataset.openid)
    if (!person) continue
    chip.dataset.role = person.role
    chip.title = `${person.name} · ${person.about}`
    const role = make('small', { className: 'chip-role', text: roleNames[person.role] })
    chip.replaceChildren(role, person.name)
  }
}

function showChosen(chooser: HTMLElement, people: readonly Person[]): void {
  for (const chip of chooser.querySelectorAll<HTMLElement>('.chip')) {
    const isHere = people.some(({ openid }) => openid === chip.dataset.openid)
    chip.setAttribute('aria-pressed', String(isHere))
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
