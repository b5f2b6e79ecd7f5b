import { make } from '../page/element'

export interface Column<Row> {
  readonly title: string
  /** A track of CSS grid: `80px`, `minmax(120px, 1fr)`. */
  readonly width: string
  readonly cell: (row: Row) => string | Node
  /** Figures stand right, so that their digits are under one another. */
  readonly figures?: boolean
  /** Makes the head a button that sorts the rows by it. */
  readonly order?: (row: Row) => number | string
  /** Makes the head a button that does this: rows of which only a page is here. */
  readonly pick?: () => void
  /** What the head says of the order that the rows came in. */
  readonly sorted?: 'ascending' | 'descending'
}

export interface GridSetting<Row> {
  readonly label: string
  readonly columns: readonly Column<Row>[]
  readonly keyOf: (row: Row) => string
  readonly open?: (row: Row) => void
  /** A class for rows that must stand out, such as `failed`. */
  readonly mark?: (row: Row) => string
  readonly empty: string
  /** Narrower than this the grid scrolls sideways. */
  readonly leastPx?: number
}

export interface Grid<Row> {
  readonly element: HTMLElement
  show(rows: readonly Row[], empty?: string): void
  /** Marks a row as the one whose details are open. */
  mark(key: string | null): void
}

const ROW_PX = 28
/** Rows above and below the window, so that a quick scroll shows no gap. */
const SPARE_ROWS = 12

/**
 * A table of any length: only the rows in view are in the document. Arrows, Page, Home and End
 * move, Enter opens, a click on a head sorts.
 */
export function createGrid<Row>(setting: GridSetting<Row>): Grid<Row> {
  const { columns, keyOf } = setting
  const head = make('div', { className: 'grid-head', attributes: { role: 'row' } })
  const body = make('div', { className: 'grid-body', attributes: { role: 'presentation' } })
  const element = make(
    'div',
    {
      className: 'grid',
      attributes: { role: 'grid', tabindex: '0', 'aria-label': setting.label },
    },
    head,
    body,
  )
  element.style.setProperty('--least', `${setting.leastPx ?? 0}px`)
  element.style.setProperty('--tracks', columns.map(({ width }) => width).join(' '))
  const state: GridState<Row> = { given: [], rows: [], active: null, open: null, sorted: null }
  const draw = () => drawRows({ element, body, setting, state })
  const arrange = () => {
    state.rows = sortRows(state.given, state.sorted)
    draw()
  }
  head.append(...columns.map((column) => headOf(column, state, arrange)))
  element.addEventListener('scroll', () => requestAnimationFrame(draw), { passive: true })
  new ResizeObserver(draw).observe(element)
  const openActive = () => {
    const row = state.rows.find((one) => keyOf(one) === state.active)
    if (row) setting.open?.(row)
  }
  element.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') openActive()
    else if (walk({ element, body, setting, state }, event.key)) {
      event.preventDefault()
      draw()
      // Whoever walks through a list with details open wants to see the next one's.
      if (state.open !== null) openActive()
    }
  })
  body.addEventListener('click', (event) => {
    const target = event.target instanceof Element ? event.target.closest('.grid-row') : null
    const key = target?.getAttribute('data-key')
    if (key === null || key === undefined) return
    state.active = key
    draw()
    openActive()
  })
  return {
    element,
    show(rows, empty = setting.empty) {
      state.given = rows
      body.dataset.empty = rows.length === 0 ? empty : ''
      arrange()
    },
    mark(key) {
      state.open = key
      if (key !== null) state.active = key
      draw()
    },
  }
}

interface Sorted<Row> {
  readonly by: (row: Row) => number | string
  readonly falling: boolean
}

interface GridState<Row> {
  given: readonly Row[]
  rows: readonly Row[]
  active: string | null
  open: string | null
  sorted: Sorted<Row> | null
}

/** The first click sorts from the largest, the second from the smallest, the third not at all. */
function headOf<Row>(column: Column<Row>, state: GridState<Row>, arrange: () => void): HTMLElement {
  const { title, order, pick, figures, sorted } = column
  const className = figures ? 'figures' : ''
  const head = make('div', { className, attributes: { role: 'columnheader' } })
  if (sorted) head.setAttribute('aria-sort', sorted)
  if (!order && !pick) {
    head.textContent = title
    return head
  }
  const button = make('button', { text: title, attributes: { type: 'button', tabindex: '-1' } })
  head.append(button)
  button.addEventListener('click', () => {
    if (!order) return pick?.()
    const before = state.sorted?.by === order ? state.sorted : null
    const falling = before === null
    state.sorted = before && !before.falling ? null : { by: order, falling }
    for (const other of head.parentElement?.children ?? []) other.removeAttribute('aria-sort')
    if (state.sorted) head.setAttribute('aria-sort', falling ? 'descending' : 'ascending')
    arrange()
  })
  return head
}

function sortRows<Row>(rows: readonly Row[], sorted: Sorted<Row> | null): readonly Row[] {
  if (!sorted) return rows
  const sign = sorted.falling ? -1 : 1
  return [...rows].sort((one, other) => {
    const [left, right] = [sorted.by(one), sorted.by(other)]
    if (left === right) return 0
    return left < right ? -sign : sign
  })
}

/** Moves to another row as the key says; false when it says nothing. */
function walk<Row>({ element, setting, state }: Drawing<Row>, key: string): boolean {
  const { rows } = state
  const step = stepOf(key, Math.floor(element.clientHeight / ROW_PX) - 2)
  if (step === null || rows.length === 0) return false
  const at = rows.findIndex((row) => setting.keyOf(row) === state.active)
  const to = Math.max(0, Math.min(rows.length - 1, at + step))
  const row = rows[to]
  state.active = row ? setting.keyOf(row) : null
  scrollTo(element, to)
  return true
}

function stepOf(key: string, page: number): number | null {
  if (key === 'ArrowDown' || key === 'j') return 1
  if (key === 'ArrowUp' || key === 'k') return -1
  if (key === 'PageDown') return page
  if (key === 'PageUp') return -page
  if (key === 'Home') return Number.NEGATIVE_INFINITY
  return key === 'End' ? Number.POSITIVE_INFINITY : null
}

function scrollTo(element: HTMLElement, position: number): void {
  const top = position * ROW_PX
  const room = element.clientHeight - 2 * ROW_PX
  if (top < element.scrollTop) element.scrollTop = top
  else if (top > element.scrollTop + room) element.scrollTop = top - room
}

interface Drawing<Row> {
  readonly element: HTMLElement
  readonly body: HTMLElement
  readonly setting: GridSetting<Row>
  readonly state: GridState<Row>
}

function drawRows<Row>({ element, body, setting, state }: Drawing<Row>): void {
  const { rows, active, open } = state
  const first = Math.max(0, Math.floor(element.scrollTop / ROW_PX) - SPARE_ROWS)
  const shownCount = Math.ceil(element.clientHeight / ROW_PX) + 2 * SPARE_ROWS
  element.setAttribute('aria-rowcount', String(rows.length + 1))
  body.style.height = `${rows.length * ROW_PX}px`
  const drawn = rows.slice(first, first + shownCount).map((row, offset) => {
    const key = setting.keyOf(row)
    const attributes = {
      role: 'row',
      'aria-rowindex': String(first + offset + 2),
      'aria-selected': String(key === (open ?? active)),
      style: `top: ${(first + offset) * ROW_PX}px`,
    }
    const className = `grid-row ${setting.mark?.(row) ?? ''}`
    return make('div', { className, data: { key }, attributes }, ...cellsOf(row, setting.columns))
  })
  keepOrReplace(body, drawn)
}

/** What looks the same stays in place: a refresh disturbs neither a click nor a selection. */
function keepOrReplace(body: HTMLElement, drawn: readonly HTMLElement[]): void {
  const before = [...body.children]
  const kept = drawn.map((row, at) => (before[at]?.isEqualNode(row) ? before[at] : row))
  const same = kept.length === before.length && kept.every((row, at) => row === before[at])
  if (!same) body.replaceChildren(...kept)
}

function cellsOf<Row>(row: Row, columns: readonly Column<Row>[]): HTMLElement[] {
  return columns.map(({ cell, figures }) => {
    const content = cell(row)
    const className = figures ? 'figures' : ''
    const title = typeof content === 'string' ? content : undefined
    return make('div', { className, title, attributes: { role: 'gridcell' } }, content)
  })
}
