import type { FaultRule, FaultSetting } from '../../localcloud/laboratory/operator-api'

export const faultsOff: FaultSetting = { seed: 1, rules: [], disk: 'well' }

export const kindNames: Readonly<Record<FaultRule['kind'], string>> = {
  kill: '杀掉实例',
  drop: '丢掉回答',
  delay: '推迟回答',
  duplicate: '定时器多跑一次',
}

export const momentNames: Readonly<Record<FaultRule['at'], string>> = {
  'before-call': '数据库调用之前',
  'after-call': '数据库调用之后',
  answer: '函数回答的时候',
  tick: '定时器触发的时候',
}

/** What the laboratory can do when: the rest it refuses. */
export const momentsOf: Readonly<Record<FaultRule['kind'], readonly FaultRule['at'][]>> = {
  kill: ['before-call', 'after-call'],
  drop: ['after-call', 'answer'],
  delay: ['before-call', 'after-call', 'answer'],
  duplicate: ['tick'],
}

/** A rule in one breath: `杀掉实例 · mall 第 2 次数据库调用之前 · 5%`. */
export function ruleText(rule: FaultRule): string {
  const { kind, at, rate = 1, delayMs = 1_000, action, call, request } = rule
  const where = [
    rule.function ?? '所有函数',
    request === undefined ? '' : `第 ${request} 个请求`,
    call === undefined ? '' : `第 ${call} 次`,
    action === undefined ? '' : action.replace(/^database\./, ''),
    momentNames[at],
  ]
  const what = kind === 'delay' ? `${kindNames[kind]} ${delayMs} 毫秒` : kindNames[kind]
  return `${what} · ${where.filter(Boolean).join(' ')} · ${percentText(rate)}`
}

/** 0.05 → `5%`, without the dust of binary fractions. */
export function percentText(rate: number): string {
  return `${Number((rate * 100).toFixed(4))}%`
}
