import { part } from './phone'

const SHANGHAI_OFFSET_MS = 8 * 3_600_000
const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
const RESYNC_MS = 5_000
const WEEKDAYS = '日一二三四五六'

/** Shows the cloud's time, second by second, and moves it. `moved` is told after every move. */
export async function startClock(moved: (leapMs: number) => void): Promise<void> {
  let aheadMs = 0
  const cloudNow = () => Date.now() + aheadMs
  const take = ({ nowMs }: { nowMs: number }) => {
    aheadMs = nowMs - Date.now()
    show(cloudNow())
  }
  const move = async (toMs: number) => {
    const beforeMs = cloudNow()
    take(await ask('/clock', { advanceMs: Math.round(toMs - beforeMs) }))
    moved(toMs - beforeMs)
  }
  for (const button of document.querySelectorAll<HTMLElement>('[data-move]')) {
    button.addEventListener('click', () => move(destinationOf(button.dataset.move, cloudNow())))
  }
  const field = document.querySelector<HTMLInputElement>('.clock-date input')
  part(document, '.clock-date').addEventListener('submit', (event) => {
    event.preventDefault()
    // The same hour of the chosen day, so that the shop is still open.
    if (field?.valueAsNumber)
      move(field.valueAsNumber + (shown(cloudNow()) % DAY_MS) - SHANGHAI_OFFSET_MS)
  })
  take(await ask('/clock'))
  if (field) field.value = new Date(shown(cloudNow())).toISOString().slice(0, 10)
  setInterval(() => show(cloudNow()), 1_000)
  setInterval(async () => take(await ask('/clock')), RESYNC_MS)
}

function destinationOf(move: string | undefined, nowMs: number): number {
  if (move === 'minute') return nowMs + MINUTE_MS
  if (move === 'hour') return nowMs + 60 * MINUTE_MS
  if (move === 'day') return nowMs + DAY_MS
  return nextMonth(nowMs)
}

/** The same day and hour of next month; a day that it lacks becomes its last day. */
export function nextMonth(nowMs: number): number {
  const today = new Date(shown(nowMs))
  const lastDay = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + 2, 0))
  const day = Math.min(today.getUTCDate(), lastDay.getUTCDate())
  const on = Date.UTC(lastDay.getUTCFullYear(), lastDay.getUTCMonth(), day)
  return on + (shown(nowMs) % DAY_MS) - SHANGHAI_OFFSET_MS
}

function show(nowMs: number): void {
  const local = new Date(shown(nowMs))
  const [hours, minutes, seconds] = local.toISOString().slice(11, 19).split(':')
  const weekday = WEEKDAYS[local.getUTCDay()]
  part(document, '.clock-day').textContent =
    `${local.getUTCFullYear()} 年 ${local.getUTCMonth() + 1} 月 ${local.getUTCDate()} 日 星期${weekday}`
  part(document, '.clock-time').innerHTML = `${hours}:${minutes}<small>:${seconds}</small>`
  for (const bar of document.querySelectorAll('.phone-time'))
    bar.textContent = `${hours}:${minutes}`
}

/** Shifted so that UTC's getters read Shanghai's calendar, whatever the browser's own zone. */
function shown(ms: number): number {
  return ms + SHANGHAI_OFFSET_MS
}

async function ask(path: string, body?: object): Promise<{ nowMs: number }> {
  const headers = { 'content-type': 'application/json' }
  const request = body ? { method: 'POST', headers, body: JSON.stringify(body) } : {}
  const response = await fetch(path, request)
  return response.json()
}
