import type { CollectionSummary, IndexSummary } from '../../localcloud/laboratory/operator-api'
import { make } from '../page/element'
import { hashOf, type Place } from './address'
import { ask } from './ask'
import { documentsTable } from './documents'
import { bytesText, countText } from './figures'
import { createGrid } from './grid'
import { jsonView } from './json-view'
import { moveTo, type Pane } from './pane'

type StoredDocument = Readonly<Record<string, unknown>>

/** Every collection, its documents by filter, order and page, and one document for reading. */
export function collectionsPane(): Pane {
  let summaries: readonly CollectionSummary[] = []
  let place: Place = { pane: 'collections', opened: [], filters: {} }
  const grid = collectionList()
  const documents = documentsTable(() => place)
  const facts = make('div', 'collection-facts')
  const details = make('aside', {
    className: 'details narrow',
    attributes: { 'aria-label': '一个文档' },
  })
  const invitation = make('p', { className: 'invitation', text: '选一个集合，看里面的文档' })
  const table = make('div', 'column', facts, ...documents.elements)
  const element = make(
    'section',
    'pane',
    make('div', 'side', grid.element),
    invitation,
    table,
    details,
  )
  const showList = () => {
    const [name] = place.opened
    const summary = summaries.find((one) => one.name === name)
    grid.show(summaries)
    grid.mark(name ?? null)
    facts.replaceChildren(...(summary ? factsOf(summary) : []))
  }
  const refresh = async () => {
    summaries = await ask<CollectionSummary[]>('/lab/collections')
    showList()
  }
  return {
    element,
    async go(to) {
      place = to
      const [name, id] = to.opened
      invitation.hidden = name !== undefined
      table.hidden = name === undefined
      details.hidden = id === undefined
      await refresh()
      if (name === undefined) return
      documents.mark(id ?? null)
      const shown = await Promise.all([documents.load(), readDocument(name, id)])
      if (id !== undefined) details.replaceChildren(documentView(shown[1], place))
    },
    refresh,
    press(key) {
      if (key === '[' || key === ']') documents.turn(key === ']' ? 1 : -1)
      return key === '[' || key === ']'
    },
  }
}

async function readDocument(name: string, id: string | undefined): Promise<StoredDocument | null> {
  if (id === undefined) return null
  const path = `/lab/collections/${encodeURIComponent(name)}/${encodeURIComponent(id)}`
  return ask<StoredDocument>(path)
}

function collectionList() {
  return createGrid<CollectionSummary>({
    label: '集合',
    columns: [
      { title: '集合', width: 'minmax(90px, 1fr)', cell: ({ name }) => name },
      {
        title: '文档',
        width: '58px',
        figures: true,
        cell: ({ count }) => countText(count),
        order: ({ count }) => count,
      },
      {
        title: '约',
        width: '54px',
        figures: true,
        cell: ({ bytes }) => bytesText(bytes),
        order: ({ bytes }) => bytes,
      },
    ],
    keyOf: ({ name }) => name,
    open: ({ name }) => moveTo(hashOf({ pane: 'collections', opened: [name], filters: {} })),
    empty: '还没有集合',
  })
}

function factsOf({ indexes, clientRules }: CollectionSummary): HTMLElement[] {
  const chips = indexes.map((index) => {
    const unique = index.unique ? [make('small', { text: '唯一' })] : []
    return make('span', { className: 'chip', title: index.name }, indexText(index), ...unique)
  })
  const rules = make('span', { className: 'chip', text: rulesText(clientRules) })
  return [
    make('b', { text: '索引' }),
    ...(chips.length > 0 ? chips : [make('span', { className: 'soft', text: '只有 _id' })]),
    make('b', { text: '客户端规则' }),
    rules,
  ]
}

function indexText({ fields }: IndexSummary): string {
  return fields.map(([path, direction]) => `${path}${direction === 1 ? '↑' : '↓'}`).join(' ')
}

function rulesText(rules: unknown): string {
  if (rules === null || rules === undefined) return '没有声明'
  const text = JSON.stringify(rules)
  return text === '{"read":false,"write":false}' ? '全部关闭' : text
}

function documentView(document: StoredDocument | null, place: Place): HTMLElement {
  const href = hashOf({ ...place, opened: place.opened.slice(0, 1) })
  const close = make('a', {
    className: 'close',
    text: '✕',
    title: '关上（Esc）',
    attributes: { href, 'aria-label': '关上' },
  })
  const title = make('h2', { className: 'code', text: place.opened[1] ?? '' })
  const note = make('p', { className: 'soft', text: `${place.opened[0]} · 时间按 UTC+8` })
  const head = make('header', 'call-head', title, close, note)
  return make('article', 'document', head, jsonView(document))
}
