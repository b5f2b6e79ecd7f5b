import type { CallDetail, CallList, CallSummary } from '../../localcloud/laboratory/operator-api'
import { make, makeButton } from '../page/element'
import { shanghaiText } from '../page/shanghai'
import { hashOf, type Place } from './address'
import { ask, pathOf } from './ask'
import { callerName, callView } from './call-view'
import { countText, momentText, msText } from './figures'
import { type Column, createGrid } from './grid'
import { matches } from './log-filter'
import { moveTo, type Pane } from './pane'

/** As many as the log keeps. */
const MOST_CALLS = 2_000

/** Every call of a function, the newest first; one opened shows where its time went. */
export function logPane(): Pane {
  const calls = new Map<string, CallSummary>()
  let after = 0
  /** When the newest call began: the day of which no date is written. */
  let nowMs = 0
  let place: Place = { pane: 'log', opened: [], filters: {} }
  let shown: CallDetail | null = null
  const tools = logTools(() => place)
  const grid = createGrid<CallSummary>({
    label: '调用日志',
    columns: [momentColumn(() => nowMs), ...columns],
    keyOf: ({ callId }) => callId,
    mark: ({ outcome }) => (outcome?.ok === false ? 'failed' : ''),
    open: ({ callId }) => moveTo(hashOf({ ...place, opened: [callId] })),
    empty: '还没有调用。到工作台上点一点手机，或让定时器跑一次',
    leastPx: 900,
  })
  const details = make('aside', { className: 'details', attributes: { 'aria-label': '一次调用' } })
  const column = make('div', 'column', tools.element, grid.element)
  const list = () => {
    const newest = [...calls.values()].reverse()
    for (const { callId } of newest.splice(MOST_CALLS)) calls.delete(callId)
    nowMs = newest[0]?.at ?? 0
    const rows = newest.filter((call) => matches(call, place.filters))
    grid.show(rows, calls.size > 0 ? '没有符合条件的调用' : undefined)
    tools.show(newest, rows.length)
  }
  const refresh = async () => {
    const answer = await ask<CallList>(pathOf('/lab/calls', { after, limit: MOST_CALLS }))
    after = answer.nextAfter
    // The map keeps the order in which calls began, also when the clock was moved back.
    for (const call of [...answer.calls].reverse()) calls.set(call.callId, call)
    if (answer.calls.length > 0) list()
    if (shown?.outcome === null) await open(shown.callId)
  }
  const open = async (callId: string | undefined) => {
    grid.mark(callId ?? null)
    details.hidden = callId === undefined
    if (callId === undefined) shown = null
    else {
      shown = await ask<CallDetail>(`/lab/calls/${encodeURIComponent(callId)}`)
      details.replaceChildren(callView(shown, place))
    }
  }
  return {
    element: make('section', 'pane', column, details),
    async go(to) {
      place = to
      details.hidden = to.opened.length === 0
      await refresh()
      list()
      await open(to.opened[0])
    },
    refresh,
  }
}

const columns: readonly Column<CallSummary>[] = [
  {
    title: '函数',
    width: 'minmax(150px, 1.4fr)',
    cell: ({ function: name, action, parent }) => {
      const called = action === null ? name : `${name}.${action}`
      return parent === null ? called : `↳ ${called}`
    },
  },
  { title: '来源', width: '52px', cell: callerName },
  { title: '谁', width: 'minmax(90px, 1fr)', cell: ({ openid }) => openid ?? '–' },
  { title: '结果', width: 'minmax(90px, 1.4fr)', cell: outcomeCell },
  figures('毫秒', ({ total }) => total.ms, msText),
  figures('数据库', ({ total }) => total.dbCalls),
  figures('扫描', ({ total }) => total.docsExamined),
  figures('读', ({ total }) => total.docsRead),
  figures('写', ({ total }) => total.docsWritten),
  { title: 'request id', width: '84px', cell: ({ callId }) => code(callId.slice(0, 8)) },
]

function figures(
  title: string,
  figure: (call: CallSummary) => number,
  write: (count: number) => string = countText,
): Column<CallSummary> {
  const cell = (call: CallSummary) => (call.outcome === null ? '' : write(figure(call)))
  const width = title.length > 1 ? '62px' : '48px'
  return { title, width, figures: true, cell, order: figure }
}

function momentColumn(now: () => number): Column<CallSummary> {
  const cell = ({ at }: CallSummary) =>
    make('span', { className: 'code', title: shanghaiText(at), text: momentText(at, now()) })
  return { title: '时间', width: '118px', cell }
}

function outcomeCell({ outcome, faultCount }: CallSummary): HTMLElement {
  const words =
    outcome === null ? '还在跑' : outcome.ok ? '成功' : outcome.error.replace(/\s+/g, ' ')
  const className = outcome === null ? 'soft' : outcome.ok ? 'right' : 'wrong'
  const cell = make('span', { className, title: words, text: words })
  if (faultCount > 0) {
    cell.prepend(make('b', { className: 'fault-mark', text: `故障×${faultCount} ` }))
  }
  return cell
}

function code(text: string): HTMLElement {
  return make('span', { className: 'code soft', text })
}

interface LogTools {
  readonly element: HTMLElement
  show(calls: readonly CallSummary[], count: number): void
}

/** The filters live in the address, so that a view can be kept and sent to somebody. */
function logTools(place: () => Place): LogTools {
  const filter = (name: string, value: string) => {
    const filters = { ...place().filters, [name]: value }
    moveTo(hashOf({ ...place(), filters }), { replace: true })
  }
  const text = make('input', {
    className: 'field grow',
    data: { search: '' },
    attributes: { type: 'search', placeholder: 'request id、openid、action、报错里的字' },
  })
  text.setAttribute('aria-label', '在日志里找')
  text.addEventListener('input', () => filter('text', text.value))
  const names = make('select', { className: 'field', attributes: { 'aria-label': '哪个函数' } })
  names.addEventListener('change', () => filter('function', names.value))
  const failed = makeButton({ className: 'tool', text: '只看失败' }, () =>
    filter('failed', place().filters.failed ? '' : '1'),
  )
  const count = make('span', 'soft')
  return {
    element: make('div', 'tools', text, names, failed, count),
    show(calls, shownCount) {
      const { filters } = place()
      if (document.activeElement !== text) text.value = filters.text ?? ''
      failed.setAttribute('aria-pressed', String(filters.failed === '1'))
      const known = [...new Set(calls.map((call) => call.function))].sort()
      if (known.length + 1 !== names.options.length) {
        names.replaceChildren(
          new Option('全部函数', ''),
          ...known.map((name) => new Option(name, name)),
        )
      }
      names.value = filters.function ?? ''
      count.textContent = `${countText(shownCount)} / ${countText(calls.length)} 次`
    },
  }
}
