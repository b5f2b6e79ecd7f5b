import type { CallDetail, CallSummary, Cost } from '../../localcloud/laboratory/operator-api'
import { make } from '../page/element'
import { shanghaiText } from '../page/shanghai'
import { hashOf, type Place } from './address'
import { countText, msText } from './figures'
import { jsonTextView } from './json-view'
import { waterfall } from './waterfall'

/** One call: what it was asked, what it answered, what it printed and where its time went. */
export function callView(call: CallDetail, place: Place): HTMLElement {
  const { outcome, faults, answer } = call
  return make(
    'article',
    'call',
    head(call, place),
    ...(outcome?.ok === false
      ? [make('pre', { className: 'call-error', text: outcome.error })]
      : []),
    ...(faults.length > 0
      ? [make('p', { className: 'call-faults', text: `被注入的故障：${faults.join('、')}` })]
      : []),
    costs(call),
    waterfall(call, (nested) => hashOf({ ...place, opened: [nested.callId] })),
    section('事件', jsonTextView(call.event)),
    section('回答', answer === null ? soft('没有回答') : jsonTextView(answer)),
    section(
      `输出 ${call.console.length} 行`,
      call.console.length === 0
        ? soft('什么也没有打印')
        : make('pre', { className: 'call-console', text: call.console.join('\n') }),
    ),
  )
}

function head(call: CallDetail, place: Place): HTMLElement {
  const close = make('a', {
    className: 'close',
    text: '✕',
    title: '关上（Esc）',
    attributes: { href: hashOf({ ...place, opened: [] }), 'aria-label': '关上' },
  })
  const facts = [shanghaiText(call.at), `${callerName(call)}调用`, call.openid ?? '没有身份']
  const line = make('p', { className: 'soft', text: facts.join(' · '), title: call.source })
  if (call.parent !== null) {
    const href = hashOf({ ...place, opened: [call.parent] })
    line.append(' · ', make('a', { text: '看调用它的那一次', attributes: { href } }))
  }
  const ids = [call.callId, ...(call.requestId === null ? [] : [call.requestId])]
  const id = make(
    'p',
    'code soft',
    ...ids.map((one) => make('span', { className: 'id', text: one })),
  )
  const title = call.action === null ? call.function : `${call.function}.${call.action}`
  return make('header', 'call-head', make('h2', { text: title }), close, line, id)
}

/** Who made this very call: the last of the chain `wx_client,scf`. */
export function callerName({ source }: CallSummary): string {
  const last = source.split(',').at(-1) ?? ''
  return callers[last] ?? last
}

const callers: Readonly<Record<string, string>> = {
  wx_client: '手机',
  wx_trigger: '定时器',
  scf: '函数',
}

const parts: readonly (readonly [keyof Cost, string])[] = [
  ['functionMs', '函数与 SDK'],
  ['gatewayMs', '网关'],
  ['engineMs', '数据库引擎'],
]

/** The three parts of the time as one bar, and the counts under it. */
function costs({ own, total }: CallDetail): HTMLElement {
  const bar = make('div', { className: 'cost-bar', attributes: { 'aria-hidden': 'true' } })
  const legend = make('p', 'cost-legend')
  for (const [key, name] of parts) {
    const share = make('i', { className: key })
    share.style.flexGrow = String(own[key])
    bar.append(share)
    legend.append(make('span', key, `${name} ${msText(own[key])}`))
  }
  const hasNested = total.dbCalls !== own.dbCalls || total.ms !== own.ms
  const rows = [countsRow(hasNested ? '自己' : '花费', own)]
  if (hasNested) rows.push(countsRow('连同它调用的函数', total))
  return make('div', 'costs', bar, legend, ...rows)
}

function countsRow(name: string, cost: Cost): HTMLElement {
  const counts = [
    `${msText(cost.ms)} ms`,
    `数据库 ${countText(cost.dbCalls)} 次`,
    `扫描 ${countText(cost.docsExamined)}`,
    `读 ${countText(cost.docsRead)}`,
    `写 ${countText(cost.docsWritten)}`,
  ]
  return make('p', {}, make('b', { text: name }), ` ${counts.join(' · ')}`)
}

function section(title: string, content: HTMLElement): HTMLElement {
  const details = make('details', 'section', make('summary', { text: title }), content)
  details.open = true
  return details
}

function soft(text: string): HTMLElement {
  return make('p', { className: 'soft', text })
}
