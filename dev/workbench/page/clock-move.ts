import { make, part } from './element'
import { shanghaiText } from './shanghai'

/** The cloud's answer about its time; the last two only while a move is under way. */
interface ClockState {
  readonly nowMs: number
  readonly movingToMs?: number | null
  readonly firedCount?: number
  /** After a move: the ticks whose function failed, by function. */
  readonly failed?: Readonly<Record<string, number>>
}

export const cloudSilent = '本地云没有应答，请看终端里它还在不在'

const LOOK_MS = 250

/**
 * Moves the clock and shows how far it is: a month holds thousands of timers, which run one after
 * another. The rest of the page stays usable. False when the move was refused or broke off.
 */
export async function startMove(
  panel: HTMLElement,
  { fromMs, toMs }: { fromMs: number; toMs: number },
  take: (nowMs: number) => void,
): Promise<boolean> {
  const progress = part(panel, '.clock-progress')
  const bar = make('progress', { attributes: { 'aria-label': '时钟走到哪里了' } })
  const line = make('p', { text: '时钟在走……' })
  progress.replaceChildren(bar, line)
  progress.classList.remove('failed')
  hold(panel, true)
  const startedAt = performance.now()
  const timer = setInterval(async () => {
    const state = await look()
    // The answer may come after the move's own.
    if (!state?.movingToMs || !bar.isConnected) return
    take(state.nowMs)
    bar.value = (state.nowMs - fromMs) / (state.movingToMs - fromMs)
    const day = shanghaiText(state.nowMs).slice(5, 16)
    line.textContent = `走到 ${day}，定时器已触发 ${(state.firedCount ?? 0).toLocaleString('en')} 次`
  }, LOOK_MS)
  try {
    const state = await advance(Math.round(toMs - fromMs))
    take(state.nowMs)
    progress.replaceChildren(make('p', { text: outcomeOf(state, performance.now() - startedAt) }))
    return true
  } catch (fault) {
    progress.classList.add('failed')
    const reason = fault instanceof Error ? fault.message : String(fault)
    progress.replaceChildren(make('p', { text: `没有走完：${reason}` }))
    return false
  } finally {
    clearInterval(timer)
    hold(panel, false)
  }
}

function outcomeOf({ firedCount, failed = {} }: ClockState, tookMs: number): string {
  if (!firedCount) return '走到了，路上没有定时器'
  const losers = Object.entries(failed).map(([name, count]) => `${name} 失败 ${count} 次`)
  const seconds = `${(tookMs / 1000).toFixed(1)} 秒`
  return [
    `走到了，定时器触发 ${firedCount.toLocaleString('en')} 次，用了 ${seconds}`,
    ...losers,
  ].join('，')
}

async function advance(advanceMs: number): Promise<ClockState> {
  const headers = { 'content-type': 'application/json' }
  const body = JSON.stringify({ advanceMs })
  const response = await fetch('/clock', { method: 'POST', headers, body }).catch(() => {
    throw new Error(cloudSilent)
  })
  const answer = await response.json().catch(() => ({}))
  if (!response.ok) throw new Error(answer.error ?? `HTTP ${response.status}`)
  return answer
}

async function look(): Promise<ClockState | null> {
  const response = await fetch('/clock').catch(() => null)
  return response?.ok ? response.json() : null
}

/** Two moves at once would meet on the way. */
function hold(panel: HTMLElement, held: boolean): void {
  for (const button of panel.querySelectorAll('button')) button.disabled = held
}
