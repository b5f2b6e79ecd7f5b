import type { FaultState } from '../../localcloud/laboratory/operator-api'
import { make, makeButton } from '../page/element'
import { ask, send } from './ask'
import { faultsOff, ruleText } from './fault-words'

/** Nobody may take an injected fault for a real one: while any is on, every pane says so. */
export function startBanner(banner: HTMLElement): { refresh(): Promise<void> } {
  const words = make('span', 'banner-words')
  const off = makeButton({ text: '全部关闭' }, async () => {
    show(await send<FaultState>('/lab/faults', 'PUT', faultsOff))
  })
  banner.append(words, off)
  const show = (state: FaultState) => {
    const text = bannerText(state)
    banner.hidden = text === ''
    if (words.textContent !== text) words.textContent = text
  }
  return { refresh: async () => show(await ask<FaultState>('/lab/faults')) }
}

/** Empty while all is well. */
function bannerText({ rules, hits, disk }: FaultState): string {
  const faults = rules.map((rule, at) => `${ruleText(rule)}，命中 ${hits[at] ?? 0} 次`)
  if (disk === 'full') faults.push('磁盘满')
  else if (disk !== 'well') faults.push(`磁盘慢 ${disk.slowMs} 毫秒`)
  return faults.length === 0 ? '' : `故障开着：${faults.join('；')}`
}
