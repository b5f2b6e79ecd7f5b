import { canScan } from './cast'
import { make, part } from './element'
import type { Phone } from './phone'

/** Says something beside the scanner; a refusal looks like one. */
type Tell = (note: string, refused?: boolean) => void

interface Aim {
  readonly clerk: Phone
  readonly fromX: number
  readonly fromY: number
}

const CLICK_MAX_PX = 8
const FLASH_MS = 650
const NOTE_MS = 5_000

/** Gives the phone its scanner, or takes it away, as suits whoever holds it now. */
export function fitScanner(phone: Phone, phones: () => readonly Phone[]): void {
  const fitted = phone.element.querySelector('.pointing')
  if (!canScan(phone.holder())) fitted?.remove()
  else if (!fitted) addScanner(phone, phones)
}

/**
 * One gesture scans: drag the scanner onto the phone that shows a code, or click it when one
 * phone alone shows one.
 */
function addScanner(clerk: Phone, phones: () => readonly Phone[]): void {
  const hint = make('small', { text: '拖到顾客手机上，或点一下' })
  const button = make('button', 'scanner', '扫一扫 ', hint)
  button.type = 'button'
  const note = make('p', { className: 'scan-note', attributes: { role: 'status' } })
  part(clerk.element, '.phone-foot').append(make('div', 'pointing', note, button))
  const tell = teller(note)
  const others = () => phones().filter((phone) => phone !== clerk)
  let aim: Aim | null = null
  button.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return
    // The frames would swallow the pointer's moves; captured, they all come here.
    button.setPointerCapture(event.pointerId)
    aim = { clerk, fromX: event.clientX, fromY: event.clientY }
  })
  button.addEventListener('pointermove', (event) => {
    if (aim && isDrag(aim, event)) showAim(aim, event, others())
  })
  button.addEventListener('pointercancel', () => {
    aim = null
    endAim(others())
  })
  button.addEventListener('pointerup', (event) => {
    if (!aim) return
    const dragged = isDrag(aim, event)
    const target = dragged ? phoneAt(event, others()) : onlyShowing(others())
    if (target) flash(aim, target)
    aim = null
    endAim(others())
    if (target) scan(clerk, target, tell)
    else tell(dragged ? '没有对准：请拖到顾客的手机上再松开' : clickHint(others()), true)
  })
  button.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    const target = onlyShowing(others())
    if (target) scan(clerk, target, tell)
    else tell(clickHint(others()), true)
  })
}

/** A note stays for a while, unless another one comes. */
function teller(line: HTMLElement): Tell {
  let timer: ReturnType<typeof setTimeout> | undefined
  return (note, refused = false) => {
    clearTimeout(timer)
    line.textContent = note
    line.classList.toggle('refused', refused)
    timer = setTimeout(() => {
      line.textContent = ''
    }, NOTE_MS)
  }
}

function scan(clerk: Phone, target: Phone, tell: Tell): void {
  const code = target.shownCode()
  if (!code) {
    tell('这台手机上没有会员码、自提码或券码，请先打开', true)
    return
  }
  tell('扫到了，请看店员的手机')
  clerk.scan(code).catch((fault: Error) => tell(fault.message, true))
}

function onlyShowing(phones: readonly Phone[]): Phone | null {
  const showing = phones.filter((phone) => phone.shownCode() !== null)
  return showing.length === 1 ? (showing[0] ?? null) : null
}

function clickHint(phones: readonly Phone[]): string {
  const showing = phones.filter((phone) => phone.shownCode() !== null).length
  return showing > 1
    ? '有几台手机都在出示，请拖到要扫的那一台'
    : '请先在顾客的手机上打开会员码、自提码或券码'
}

function isDrag(aim: Aim, event: PointerEvent): boolean {
  return Math.hypot(event.clientX - aim.fromX, event.clientY - aim.fromY) > CLICK_MAX_PX
}

function phoneAt(event: PointerEvent, phones: readonly Phone[]): Phone | null {
  const inside = ({ element }: Phone) => {
    const { left, right, top, bottom } = element.getBoundingClientRect()
    const { clientX: x, clientY: y } = event
    return x >= left && x <= right && y >= top && y <= bottom
  }
  return phones.find(inside) ?? null
}

function showAim(aim: Aim, event: PointerEvent, phones: readonly Phone[]): void {
  document.body.classList.add('aiming')
  const target = phoneAt(event, phones)
  for (const phone of phones) {
    const isTarget = phone === target
    phone.element.classList.toggle('aimed', isTarget && phone.shownCode() !== null)
    phone.element.classList.toggle('missed', isTarget && phone.shownCode() === null)
  }
  drawBeam(aim, { x: event.clientX, y: event.clientY }, target?.shownCode() != null)
}

function endAim(phones: readonly Phone[]): void {
  document.body.classList.remove('aiming')
  for (const phone of phones) phone.element.classList.remove('aimed', 'missed')
}

function flash(aim: Aim, target: Phone): void {
  const { left, top, width, height } = target.element.getBoundingClientRect()
  drawBeam(aim, { x: left + width / 2, y: top + height / 2 }, target.shownCode() !== null)
  const beam = part(document, '.beam')
  beam.classList.add('flash')
  setTimeout(() => beam.classList.remove('flash'), FLASH_MS)
}

function drawBeam(aim: Aim, to: { x: number; y: number }, hit: boolean): void {
  const beam = part(document, '.beam')
  beam.classList.toggle('hit', hit)
  const { fromX, fromY } = aim
  const bend = `${(fromX + to.x) / 2} ${Math.max(fromY, to.y) - 40}`
  part(beam, 'path').setAttribute('d', `M${fromX} ${fromY} Q${bend} ${to.x} ${to.y}`)
  part(beam, 'circle').setAttribute('cx', String(to.x))
  part(beam, 'circle').setAttribute('cy', String(to.y))
}
