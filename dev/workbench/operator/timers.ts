import type { TimerReport } from '../../localcloud/laboratory/operator-api'
import { make, makeButton } from '../page/element'
import { shanghaiText } from '../page/shanghai'
import { hashOf } from './address'
import { ask, send } from './ask'
import { distanceText } from './figures'
import { type Column, createGrid } from './grid'
import { moveTo, type Pane } from './pane'

/** Every timer with its next run; a button runs it now. */
export function timersPane(): Pane {
  let nowMs = 0
  const said = make('span', { className: 'grow', attributes: { role: 'status' } })
  const run = async (name: string) => {
    said.className = 'grow soft'
    said.textContent = `${name} 在跑……`
    try {
      await send(`/timer/${encodeURIComponent(name)}`, 'POST', {})
      said.className = 'grow right'
      said.textContent = `${name} 跑完了`
    } catch (fault) {
      said.className = 'grow wrong'
      said.textContent = `${name} 失败：${fault instanceof Error ? fault.message : String(fault)}`
    }
    await refresh()
  }
  const grid = createGrid<TimerReport>({
    label: '定时器',
    columns: columnsOf(() => nowMs, run),
    keyOf: (timer) => timer.function,
    mark: ({ lastOutcome }) => (lastOutcome?.ok === false ? 'failed' : ''),
    open: ({ lastCallId }) => {
      if (lastCallId !== null) {
        moveTo(hashOf({ pane: 'log', opened: [lastCallId], filters: {} }))
      }
    },
    empty: '没有一个函数的 config.json 里有触发器',
    leastPx: 820,
  })
  const refresh = async () => {
    const [timers, clock] = await Promise.all([
      ask<TimerReport[]>('/lab/timers'),
      ask<{ nowMs: number }>('/clock'),
    ])
    nowMs = clock.nowMs
    grid.show(timers)
  }
  const hint = make('span', {
    className: 'soft',
    text: '时间都是 UTC+8，按本地云的时钟。点一行看它最近一次的日志',
  })
  const tools = make('div', 'tools', hint, said)
  return {
    element: make('section', 'pane', make('div', 'column', tools, grid.element)),
    go: refresh,
    refresh,
  }
}

function columnsOf(now: () => number, run: (name: string) => void): readonly Column<TimerReport>[] {
  return [
    { title: '函数', width: 'minmax(110px, 1fr)', cell: (timer) => timer.function },
    { title: '触发器', width: 'minmax(100px, 1fr)', cell: ({ trigger }) => trigger },
    {
      title: '秒 分 时 日 月 周 年',
      width: 'minmax(130px, 1fr)',
      cell: ({ config }) => make('span', { className: 'code', text: config }),
    },
    { title: '下次', width: '220px', cell: ({ nextAt }) => moment(nextAt, now(), '不会再来') },
    { title: '上次', width: '220px', cell: ({ lastAt }) => moment(lastAt, now(), '日志里没有') },
    { title: '上次的结果', width: 'minmax(80px, 1fr)', cell: outcomeOf },
    {
      title: '',
      width: '84px',
      cell: (timer) => {
        const button = makeButton({ className: 'tool small', text: '现在运行' }, () =>
          run(timer.function),
        )
        // The row under it opens the log; the button does something else.
        button.addEventListener('click', (event) => event.stopPropagation())
        return button
      },
    },
  ]
}

function moment(at: number | null, nowMs: number, never: string): HTMLElement {
  if (at === null) return make('span', { className: 'soft', text: never })
  const distance = make('span', { className: 'soft', text: `　${distanceText(at, nowMs)}` })
  return make('span', {}, shanghaiText(at).slice(5), distance)
}

function outcomeOf({ lastOutcome }: TimerReport): string {
  if (lastOutcome === null) return '–'
  return lastOutcome.ok ? '成功' : lastOutcome.error
}
