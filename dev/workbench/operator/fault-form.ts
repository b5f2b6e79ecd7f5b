import type { FaultRule } from '../../localcloud/laboratory/operator-api'
import { make, makeButton } from '../page/element'
import { kindNames, momentNames, momentsOf } from './fault-words'

/** One rule, being written. */
export interface RuleForm {
  readonly element: HTMLElement
  read(): FaultRule
}

const kinds: readonly FaultRule['kind'][] = ['kill', 'drop', 'delay', 'duplicate']

export function ruleForm(
  rule: FaultRule,
  functions: readonly string[],
  remove: () => void,
): RuleForm {
  const kind = choice(
    '什么',
    kinds.map((one) => [one, kindNames[one]]),
  )
  const at = choice('什么时候', [])
  const rate = figure('每百次命中几次', rule.rate === undefined ? 100 : rule.rate * 100, '0.01')
  const delay = figure('推迟多少毫秒', rule.delayMs ?? 1_000)
  const name = choice('哪个函数', [
    ['', '所有函数'],
    ...functions.map((one) => [one, one] as const),
  ])
  const action = make('input', {
    className: 'field code',
    attributes: { 'aria-label': '只在这个动作', placeholder: '任何动作', spellcheck: 'false' },
  })
  const call = figure('第几次数据库调用', rule.call)
  const request = figure('第几个请求', rule.request)
  const delayField = make('label', {}, '推迟 ', delay, ' 毫秒')
  const callFields = make('span', 'fault-call', '第 ', call, ' 次 ', action)
  const adapt = (wanted: string) => {
    const moments = momentsOf[kindIn(kind.value)]
    at.replaceChildren(...moments.map((one) => new Option(momentNames[one], one)))
    at.value = moments.some((one) => one === wanted) ? wanted : (moments[0] ?? '')
    delayField.hidden = kind.value !== 'delay'
    showCalls()
  }
  const showCalls = () => {
    callFields.hidden = !at.value.endsWith('-call')
  }
  kind.value = rule.kind
  name.value = rule.function ?? ''
  action.value = rule.action ?? ''
  kind.addEventListener('change', () => adapt(at.value))
  at.addEventListener('change', showCalls)
  adapt(rule.at)
  const away = makeButton({ className: 'tool', text: '✕', title: '去掉这条' }, remove)
  away.setAttribute('aria-label', '去掉这条')
  const element = make('li', {}, kind, delayField, name, at, callFields)
  element.append(make('span', {}, '第 ', request, ' 个请求'), make('span', {}, rate, ' %'), away)
  return {
    element,
    read: () => ({
      kind: kindIn(kind.value),
      at: momentIn(at.value),
      rate: Number(rate.value) / 100,
      ...(kind.value === 'delay' ? { delayMs: Number(delay.value) } : {}),
      ...(name.value === '' ? {} : { function: name.value }),
      ...(callFields.hidden || action.value.trim() === '' ? {} : { action: action.value.trim() }),
      ...(callFields.hidden || call.value === '' ? {} : { call: Number(call.value) }),
      ...(request.value === '' ? {} : { request: Number(request.value) }),
    }),
  }
}

function choice(
  label: string,
  options: readonly (readonly [value: string, text: string])[],
): HTMLSelectElement {
  const select = make('select', { className: 'field', attributes: { 'aria-label': label } })
  select.append(...options.map(([value, text]) => new Option(text, value)))
  return select
}

function figure(label: string, value: number | undefined, step = '1'): HTMLInputElement {
  const least = step === '1' ? '1' : '0'
  const attributes = { type: 'number', min: least, step, 'aria-label': label, placeholder: '任何' }
  const input = make('input', { className: 'field figure', attributes })
  input.value = value === undefined ? '' : String(Number(value.toFixed(4)))
  return input
}

function kindIn(value: string): FaultRule['kind'] {
  return kinds.find((one) => one === value) ?? 'kill'
}

function momentIn(value: string): FaultRule['at'] {
  const moments = kinds.flatMap((kind) => momentsOf[kind])
  return moments.find((one) => one === value) ?? 'after-call'
}
