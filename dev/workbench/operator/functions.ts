import type { Cost, FunctionReport, Spread } from '../../localcloud/laboratory/operator-api'
import { make } from '../page/element'
import { hashOf, type Place } from './address'
import { ask } from './ask'
import { countText, msText } from './figures'
import { type Column, createGrid } from './grid'
import { moveTo, type Pane } from './pane'

/** Every function with what its calls cost lately; one opened shows all of it. */
export function functionsPane(): Pane {
  let reports: readonly FunctionReport[] = []
  let place: Place = { pane: 'functions', opened: [], filters: {} }
  const grid = createGrid<FunctionReport>({
    label: '函数',
    columns,
    keyOf: ({ name }) => name,
    open: ({ name }) => moveTo(hashOf({ ...place, opened: [name] })),
    empty: '这个文件夹里没有函数',
    leastPx: 940,
  })
  const details = make('aside', {
    className: 'details narrow',
    attributes: { 'aria-label': '一个函数' },
  })
  const show = () => {
    const name = place.opened[0]
    const report = reports.find((one) => one.name === name)
    grid.show(reports)
    grid.mark(name ?? null)
    details.hidden = report === undefined
    if (report) details.replaceChildren(functionView(report))
  }
  const refresh = async () => {
    reports = await ask<FunctionReport[]>('/lab/functions')
    show()
  }
  return {
    element: make('section', 'pane', make('div', 'column', grid.element), details),
    async go(to) {
      place = to
      await refresh()
    },
    refresh,
  }
}

const columns: readonly Column<FunctionReport>[] = [
  { title: '函数', width: 'minmax(140px, 1.5fr)', cell: ({ name }) => name, order: nameOf },
  figures('调用', ({ calls }) => calls),
  {
    ...figures('失败', ({ failures }) => failures),
    cell: ({ failures }) =>
      make('span', { className: failures > 0 ? 'wrong' : 'soft', text: countText(failures) }),
  },
  figures('毫秒 中位', spread('ms', 'median'), msText),
  figures('毫秒 p95', spread('ms', 'p95'), msText),
  figures('毫秒 最大', spread('ms', 'max'), msText),
  figures('数据库 中位', spread('dbCalls', 'median')),
  figures('数据库 最大', spread('dbCalls', 'max')),
  figures('扫描 最大', spread('docsExamined', 'max')),
  figures('读 最大', spread('docsRead', 'max')),
  figures('写 最大', spread('docsWritten', 'max')),
  {
    title: '实例 忙/闲',
    width: 'minmax(76px, 0.6fr)',
    figures: true,
    cell: ({ instances }) => `${instances.busy}/${instances.idle}`,
    order: ({ instances }) => instances.busy + instances.idle,
  },
]

function nameOf({ name }: FunctionReport): string {
  return name
}

function spread(cost: keyof Cost, figure: keyof Spread) {
  return ({ latest }: FunctionReport) => latest?.[cost][figure] ?? Number.NaN
}

function figures(
  title: string,
  figure: (report: FunctionReport) => number,
  write: (count: number) => string = countText,
): Column<FunctionReport> {
  const cell = (report: FunctionReport) => {
    const count = figure(report)
    return Number.isNaN(count) ? '' : write(count)
  }
  const width = `minmax(${title.length > 3 ? 80 : 52}px, 0.6fr)`
  return { title, width, figures: true, cell, order: (one) => figure(one) || 0 }
}

const costNames: readonly (readonly [keyof Cost, string])[] = [
  ['ms', '毫秒'],
  ['functionMs', '· 函数与 SDK'],
  ['gatewayMs', '· 网关'],
  ['engineMs', '· 数据库引擎'],
  ['dbCalls', '数据库调用'],
  ['docsExamined', '扫描的文档'],
  ['docsRead', '读出的文档'],
  ['docsWritten', '写入的文档'],
]

function functionView(report: FunctionReport): HTMLElement {
  const { name, timeoutSeconds, openapi, trigger, instances } = report
  const close = make('a', {
    className: 'close',
    text: '✕',
    title: '关上（Esc）',
    attributes: { href: '#/functions', 'aria-label': '关上' },
  })
  const log = hashOf({ pane: 'log', opened: [], filters: { function: name } })
  return make(
    'article',
    '',
    make('header', 'call-head', make('h2', { text: name }), close),
    make(
      'dl',
      'facts',
      ...fact('超时', `${timeoutSeconds} 秒`),
      ...fact('实例', `${instances.busy} 忙，${instances.idle} 闲`),
      ...fact('定时器', trigger === null ? '没有' : `${trigger.trigger}：${trigger.config}`),
      ...fact('开放接口', openapi.length === 0 ? '一个也没有申请' : openapi.join('、')),
    ),
    costTable(report),
    make('p', '', make('a', { text: '看它的日志', attributes: { href: log } })),
  )
}

function fact(name: string, value: string): HTMLElement[] {
  return [make('dt', { text: name }), make('dd', { text: value })]
}

function costTable({ latest, total, calls }: FunctionReport): HTMLElement {
  if (latest === null) return make('p', { className: 'soft', text: '还没有被调用过' })
  const head = ['最近的调用', '中位', 'p95', '最大', '启动以来平均'].map((text) =>
    make('th', { text }),
  )
  const rows = costNames.map(([key, name]) => {
    const write = key.toLowerCase().endsWith('ms') ? msText : meanText
    const { median, p95, max } = latest[key]
    const figures = [median, p95, max, total[key] / Math.max(calls, 1)]
    const cells = figures.map((figure) => make('td', { text: write(figure) }))
    return make('tr', {}, make('th', { text: name, attributes: { scope: 'row' } }), ...cells)
  })
  return make('table', 'cost-table', make('tr', {}, ...head), ...rows)
}

/** Counts are whole; their mean need not be. */
function meanText(count: number): string {
  return Number.isInteger(count) ? countText(count) : msText(count)
}
