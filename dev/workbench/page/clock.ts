import { cloudSilent, startMove } from './clock-move'
import { make, part } from './element'
import { SHANGHAI_OFFSET_MS, shiftedToShanghai } from './shanghai'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
const RESYNC_MS = 5_000
const WEEKDAYS = '日一二三四五六'

/** Shows the cloud's time, second by second, and moves it. `moved` is told after every move. */
export async function startClock(moved: (leapMs: number) => void): Promise<void> {
  const panel = part(document, '.clock')
  let aheadMs = 0
  const cloudNow = () => Date.now() + aheadMs
  const field = panel.querySelector<HTMLInputElement>('.clock-date input')
  const showDay = () => {
    if (field) field.value = shiftedToShanghai(cloudNow()).toISOString().slice(0, 10)
  }
  const take = (nowMs: number) => {
    aheadMs = nowMs - Date.now()
    show(cloudNow())
  }
  const move = async (toMs: number) => {
    const beforeMs = cloudNow()
    if (!(await startMove(panel, { fromMs: beforeMs, toMs }, take))) return
    showDay()
    moved(toMs - beforeMs)
  }
  for (const button of panel.querySelectorAll<HTMLElement>('[data-move]')) {
    button.addEventListener('click', () => move(destinationOf(button.dataset.move, cloudNow())))
  }
  part(panel, '.clock-date').addEventListener('submit', (event) => {
    event.preventDefault()
    // The same hour of the chosen day, so that the shop is still open.
    const hourMs = shiftedToShanghai(cloudNow()).getTime() % DAY_MS
    if (field?.valueAsNumber) move(field.valueAsNumber + hourMs - SHANGHAI_OFFSET_MS)
  })
  const resync = async () => {
    const response = await fetch('/clock').catch(() => null)
    panel.classList.toggle('lost', response === null)
    if (response?.ok) take((await response.json()).nowMs)
    else throw new Error(cloudSilent)
  }
  setInterval(() => show(cloudNow()), 1_000)
  setInterval(() => resync().catch(() => {}), RESYNC_MS)
  await resync()
  showDay()
}

function destinationOf(move: string | undefined, nowMs: number): number {
  if (move === 'minute') return nowMs + MINUTE_MS
  if (move === 'hour') return nowMs + 60 * MINUTE_MS
  if (move === 'day') return nowMs + DAY_MS
  return nextMonth(nowMs)
}

/** The same day and hour of next month; a day that it lacks becomes its last day. */
export function nextMonth(nowMs: number): number {
  const today = shiftedToShanghai(nowMs)
  const lastDay = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + 2, 0))
  const day = Math.min(today.getUTCDate(), lastDay.getUTCDate())
  const on = Date.UTC(lastDay.getUTCFullYear(), lastDay.getUTCMonth(), day)
  return on + (today.getTime() % DAY_MS) - SHANGHAI_OFFSET_MS
}

function show(nowMs: number): void {
  const local = shiftedToShanghai(nowMs)
  const [hours, minutes, seconds] = local.toISOString().slice(11, 19).split(':')
  const date = `${local.getUTCFullYear()} 年 ${local.getUTCMonth() + 1} 月 ${local.getUTCDate()} 日`
  part(document, '.clock-day').textContent = `${date} 星期${WEEKDAYS[local.getUTCDay()]}`
  const rest = make('small', { text: `:${seconds}` })
  part(document, '.clock-time').replaceChildren(`${hours}:${minutes}`, rest)
  for (const bar of document.querySelectorAll('.phone-time'))
    bar.textContent = `${hours}:${minutes}`
}
