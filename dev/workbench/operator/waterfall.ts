import type {
  CallDetail,
  CallSummary,
  DatabaseCall,
} from '../../localcloud/laboratory/operator-api'
import { make } from '../page/element'
import { countText, msText } from './figures'

type Step =
  | { readonly startMs: number; readonly ms: number; readonly call: DatabaseCall }
  | { readonly startMs: number; readonly ms: number; readonly nested: CallSummary }

/** A bar too thin to see is still drawn as a line. */
const LEAST_SHARE = 0.6

/** Database calls and nested functions in the order of their begin, on one scale of time. */
export function waterfall(call: CallDetail, hrefOf: (nested: CallSummary) => string): HTMLElement {
  const steps = stepsOf(call)
  if (steps.length === 0) {
    return make('p', { className: 'soft', text: '没有访问数据库，也没有调用别的函数' })
  }
  const endMs = Math.max(call.total.ms, ...steps.map(({ startMs, ms }) => startMs + ms))
  const rows = steps.map((step) => {
    const bar = barFor(step, endMs)
    return 'call' in step ? databaseRow(step.call, bar) : nestedRow(step.nested, bar, hrefOf)
  })
  const missing = call.own.dbCalls - call.database.length
  const list = make('ol', { className: 'waterfall' }, ...rows)
  if (missing > 0)
    list.append(make('li', { className: 'soft', text: `还有 ${missing} 次没有记下` }))
  return list
}

function stepsOf(call: CallDetail): Step[] {
  const own = call.database.map((one): Step => ({ startMs: one.startMs, ms: one.ms, call: one }))
  const nested = call.nested.map(
    (one): Step => ({ startMs: one.at - call.at, ms: one.total.ms, nested: one }),
  )
  return [...own, ...nested].sort((one, other) => one.startMs - other.startMs)
}

function barFor({ startMs, ms }: Step, endMs: number): HTMLElement {
  const share = (part: number) => (part / endMs) * 100
  const bar = make('i')
  const left = Math.min(share(startMs), 100 - LEAST_SHARE)
  bar.style.left = `${left}%`
  bar.style.width = `${Math.min(Math.max(share(ms), LEAST_SHARE), 100 - left)}%`
  return make('span', 'track', bar)
}

function databaseRow(call: DatabaseCall, bar: HTMLElement): HTMLElement {
  const { action, collection, query, error, transaction } = call
  const name = make('span', 'step', shortAction(action), make('b', { text: collection ?? '' }))
  if (transaction) name.append(make('small', { text: '事务', title: transaction }))
  const summary = make(
    'summary',
    {},
    make('span', { className: 'number', text: String(call.number) }),
    name,
    bar,
    make('span', { className: 'figures', text: msText(call.ms) }),
    make('span', { className: 'figures', text: countsOf(call) }),
  )
  const rest = [
    make('p', { className: 'soft', text: `引擎 ${msText(call.engineMs)} ms · ${action}` }),
    ...(error === null ? [] : [make('p', { className: 'wrong', text: error })]),
    ...(query === null ? [] : [make('pre', { text: query })]),
  ]
  return make('li', error === null ? '' : 'failed', make('details', {}, summary, ...rest))
}

function countsOf({ docsExamined, docsRead, docsWritten }: DatabaseCall): string {
  const counts = [
    docsExamined > 0 ? `扫${countText(docsExamined)}` : '',
    docsRead > 0 ? `读${countText(docsRead)}` : '',
    docsWritten > 0 ? `写${countText(docsWritten)}` : '',
  ]
  return counts.filter(Boolean).join(' ')
}

function nestedRow(
  nested: CallSummary,
  bar: HTMLElement,
  hrefOf: (nested: CallSummary) => string,
): HTMLElement {
  const link = make('a', { text: nested.function, attributes: { href: hrefOf(nested) } })
  const row = make(
    'div',
    'nested',
    make('span', { className: 'number', text: '↳' }),
    make('span', 'step', 'callFunction ', link),
    bar,
    make('span', { className: 'figures', text: msText(nested.total.ms) }),
    make('span', { className: 'figures', text: `库${nested.total.dbCalls}` }),
  )
  return make('li', nested.outcome?.ok === false ? 'failed' : '', row)
}

const shortActions: Readonly<Record<string, string>> = {
  getDocument: 'get',
  insertDocument: 'add',
  modifyDocument: 'update',
  modifyAndReturnDoc: 'updateAndReturn',
  removeDocument: 'remove',
  calculateDocument: 'count',
  aggregateDocuments: 'aggregate',
  startTransaction: 'begin',
  commitTransaction: 'commit',
  abortTransaction: 'abort',
  addCollection: 'createCollection',
}

function shortAction(action: string): string {
  const name = action.replace(/^database\./, '')
  return `${shortActions[name] ?? name} `
}
