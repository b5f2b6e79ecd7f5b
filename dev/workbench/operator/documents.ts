import type { DocumentList } from '../../localcloud/laboratory/operator-api'
import { make, makeButton } from '../page/element'
import { hashOf, type Place } from './address'
import { ask, pathOf } from './ask'
import { cellText, columnsIn, idText, nextOrder, orderOf } from './document-columns'
import { countText, msText } from './figures'
import { type Column, createGrid, type Grid } from './grid'
import { moveTo } from './pane'

type StoredDocument = DocumentList['documents'][number]

const PAGE_ROWS = 100

export interface DocumentsTable {
  readonly elements: readonly HTMLElement[]
  /** Asks for the page that the address names and shows it. */
  load(): Promise<void>
  mark(id: string | null): void
  turn(pages: number): void
}

/** One page of a collection: the filter, the order and the page are in the address. */
export function documentsTable(place: () => Place): DocumentsTable {
  const room = make('div', 'column')
  const tools = documentTools(place)
  let grid: Grid<StoredDocument> | null = null
  let laidOut = ''
  let marked: string | null = null
  const show = ({ documents, total }: DocumentList) => {
    const { opened, filters } = place()
    const fields = columnsIn(documents)
    const layout = JSON.stringify([opened[0], fields, filters.sort])
    if (grid === null || layout !== laidOut) {
      grid = gridOf(fields, place)
      room.replaceChildren(grid.element)
      laidOut = layout
    }
    grid.show(documents, filters.filter ? '没有符合筛选的文档' : '这个集合是空的')
    grid.mark(marked)
    tools.showPage(total, documents.length)
  }
  return {
    elements: [tools.element, tools.refused, room],
    async load() {
      const { opened, filters } = place()
      tools.fill()
      const path = `/lab/collections/${encodeURIComponent(opened[0] ?? '')}`
      const skip = pageOf(place()) * PAGE_ROWS
      const { filter = '', sort = '' } = filters
      const broken = brokenJson('筛选', filter) ?? brokenJson('排序', sort)
      if (broken !== undefined) return tools.refuse(broken)
      try {
        const list = await ask<DocumentList>(pathOf(path, { filter, sort, skip, limit: PAGE_ROWS }))
        tools.showCost(list)
        show(list)
      } catch (fault) {
        tools.refuse(fault instanceof Error ? fault.message : String(fault))
      }
    },
    mark(id) {
      marked = id
    },
    turn: tools.turn,
  }
}

function gridOf(fields: readonly string[], place: () => Place): Grid<StoredDocument> {
  const { filters } = place()
  const columns = fields.map((field): Column<StoredDocument> => {
    const wide = field === '_id' ? 'minmax(170px, 1.4fr)' : 'minmax(96px, 1fr)'
    return {
      title: field,
      width: wide,
      cell: (document) => cellText(document[field]),
      sorted: orderOf(filters.sort, field),
      pick() {
        const sort = nextOrder(place().filters.sort, field)
        const picked = { ...place().filters, sort, page: '' }
        moveTo(hashOf({ ...place(), filters: picked }))
      },
    }
  })
  return createGrid<StoredDocument>({
    label: '文档',
    columns,
    keyOf: ({ _id }) => idText(_id),
    open: ({ _id }) => {
      const [name = ''] = place().opened
      moveTo(hashOf({ ...place(), opened: [name, idText(_id)] }))
    },
    empty: '这个集合是空的',
    leastPx: 180 + fields.length * 108,
  })
}

/** What is plainly no JSON needs no journey to the cloud. */
function brokenJson(name: string, text: string): string | undefined {
  try {
    JSON.parse(text || '{}')
    return undefined
  } catch (fault) {
    return `${name}不是 JSON，名字要加双引号：${fault instanceof Error ? fault.message : String(fault)}`
  }
}

function pageOf({ filters }: Place): number {
  return Math.max(0, Math.floor(Number(filters.page ?? 1)) - 1) || 0
}

interface DocumentTools {
  readonly element: HTMLElement
  /** The line that says why a filter is none. */
  readonly refused: HTMLElement
  fill(): void
  showCost(list: DocumentList): void
  showPage(total: number, shownCount: number): void
  refuse(reason: string): void
  turn(pages: number): void
}

function documentTools(place: () => Place): DocumentTools {
  let pageCount = 1
  const field = (name: 'filter' | 'sort', placeholder: string, label: string) => {
    const input = make('input', {
      className: `field code ${name}`,
      attributes: { placeholder, 'aria-label': label, spellcheck: 'false' },
    })
    input.addEventListener('change', () => {
      const filters = { ...place().filters, [name]: input.value.trim(), page: '' }
      moveTo(hashOf({ ...place(), filters }))
    })
    return input
  }
  const filter = field('filter', '{"memberId": "…", "points": {"$gte": 100}}', '筛选，JSON')
  filter.dataset.search = ''
  const sort = field('sort', '{"seq": -1}', '排序，JSON')
  const said = make('span', { className: 'documents-said', attributes: { role: 'status' } })
  const refused = make('p', { className: 'refused wrong', attributes: { role: 'alert' } })
  refused.hidden = true
  const turn = (pages: number) => {
    const to = Math.min(pageCount, Math.max(1, pageOf(place()) + 1 + pages))
    if (to === pageOf(place()) + 1) return
    const page = to === 1 ? '' : String(to)
    moveTo(hashOf({ ...place(), filters: { ...place().filters, page } }))
  }
  const back = makeButton({ className: 'tool', text: '‹', title: '上一页（[）' }, () => turn(-1))
  const next = makeButton({ className: 'tool', text: '›', title: '下一页（]）' }, () => turn(1))
  const range = make('span', 'documents-range')
  const pager = make('span', 'pager', back, range, next, said)
  return {
    element: make('div', 'tools', filter, sort, pager),
    refused,
    fill() {
      if (document.activeElement !== filter) filter.value = place().filters.filter ?? ''
      if (document.activeElement !== sort) sort.value = place().filters.sort ?? ''
    },
    showCost({ docsExamined, ms, documents }) {
      refused.hidden = true
      const scanned = docsExamined > 20 * Math.max(documents.length, 50)
      said.className = `documents-said ${scanned ? 'slow' : 'soft'}`
      said.textContent = `扫描 ${countText(docsExamined)} · ${msText(ms)} ms`
    },
    showPage(total, shownCount) {
      pageCount = Math.max(1, Math.ceil(total / PAGE_ROWS))
      const first = pageOf(place()) * PAGE_ROWS
      const from = shownCount === 0 ? 0 : first + 1
      const rows = `${countText(from)}–${countText(first + shownCount)}`
      range.textContent = `${rows} / ${countText(total)}`
      back.disabled = first === 0
      next.disabled = pageOf(place()) + 1 >= pageCount
    },
    refuse(reason) {
      refused.hidden = false
      refused.textContent = reason
      said.textContent = ''
    },
    turn,
  }
}
