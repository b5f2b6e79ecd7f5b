import type {
  DiskFault,
  FaultRule,
  FaultSetting,
  FaultState,
  FunctionReport,
} from '../../localcloud/laboratory/operator-api'
import { make, makeButton } from '../page/element'
import { ask, send } from './ask'
import { type RuleForm, ruleForm } from './fault-form'
import { faultsOff, ruleText } from './fault-words'
import type { Pane } from './pane'

/** Switches faults on and off. What is typed here strikes only once it was sent. */
export function faultsPane(): Pane {
  const list = make('ol', 'fault-rules')
  const active = make('section', { className: 'fault-active', attributes: { role: 'status' } })
  const said = make('p', { className: 'fault-said', attributes: { role: 'alert' } })
  const settings = settingsForm()
  let forms: readonly RuleForm[] = []
  let functions: readonly string[] = []
  let loaded = false
  const add = (rule: FaultRule) => {
    const form = ruleForm(rule, functions, () => {
      forms = forms.filter((other) => other !== form)
      form.element.remove()
    })
    forms = [...forms, form]
    list.append(form.element)
  }
  const fill = (state: FaultState) => {
    settings.write(state)
    forms = []
    list.replaceChildren()
    for (const rule of state.rules) add(rule)
  }
  const put = async (setting: FaultSetting) => {
    said.textContent = ''
    const state = await send<FaultState>('/lab/faults', 'PUT', setting)
    fill(state)
    showActive(active, state)
  }
  const refused = (fault: Error) => {
    said.textContent = fault.message
  }
  const form = make(
    'form',
    'fault-form',
    make('h2', { text: '注入故障' }),
    make('p', 'soft', '同一个种子、同样顺序的请求，每次碰到的故障都一样。'),
    list,
    make('div', 'fault-presets', ...presets.map(([text, rule]) => presetButton(text, rule, add))),
    settings.element,
    buttons(() => put(faultsOff).catch(refused)),
    said,
  )
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    put({ ...settings.read(), rules: forms.map((one) => one.read()) }).catch(refused)
  })
  return {
    element: make('section', 'pane faults', form, active),
    async go() {
      const reports = await ask<FunctionReport[]>('/lab/functions')
      functions = reports.map(({ name }) => name)
      const state = await ask<FaultState>('/lab/faults')
      showActive(active, state)
      // What is half typed must outlive a look at another pane.
      if (!loaded) fill(state)
      loaded = true
    },
    refresh: async () => showActive(active, await ask<FaultState>('/lab/faults')),
  }
}

const presets: readonly (readonly [string, FaultRule])[] = [
  ['随机杀实例', { kind: 'kill', at: 'after-call', rate: 0.05 }],
  ['数据库回答丢了', { kind: 'drop', at: 'after-call', rate: 0.05 }],
  ['手机收不到回答', { kind: 'drop', at: 'answer', rate: 0.1 }],
  ['网络慢', { kind: 'delay', at: 'answer', rate: 1, delayMs: 800 }],
  ['定时器跑两次', { kind: 'duplicate', at: 'tick', rate: 0.5 }],
]

function presetButton(text: string, rule: FaultRule, add: (rule: FaultRule) => void) {
  return makeButton({ className: 'tool', text: `＋ ${text}` }, () => add(rule))
}

function buttons(off: () => void): HTMLElement {
  const send = make('button', { className: 'tool main fault-send', text: '启用这些故障' })
  send.type = 'submit'
  return make(
    'p',
    'fault-buttons',
    send,
    makeButton({ className: 'tool fault-off', text: '全部关闭' }, off),
  )
}

interface SettingsForm {
  readonly element: HTMLElement
  read(): { seed: number; disk: DiskFault }
  write(state: FaultState): void
}

/** The seed, and how the disk behaves. */
function settingsForm(): SettingsForm {
  const number = (className: string, value: string) =>
    make('input', {
      className: `field ${className}`,
      attributes: { type: 'number', min: '0', step: '1', value, required: '' },
    })
  const seed = number('seed', '1')
  const slowMs = number('slow', '20')
  const disk = make('select', 'field disk')
  disk.append(new Option('正常', 'well'), new Option('满', 'full'), new Option('慢', 'slow'))
  const slow = make('label', {}, '每次写入慢 ', slowMs, ' 毫秒')
  const adapt = () => {
    slow.hidden = disk.value !== 'slow'
  }
  disk.addEventListener('change', adapt)
  adapt()
  return {
    element: make(
      'p',
      'fault-settings',
      make('label', {}, '种子 ', seed),
      make('label', {}, '磁盘 ', disk),
      slow,
    ),
    read: () => ({ seed: Number(seed.value), disk: readDisk(disk.value, Number(slowMs.value)) }),
    write(state) {
      seed.value = String(state.seed)
      disk.value = typeof state.disk === 'string' ? state.disk : 'slow'
      if (typeof state.disk !== 'string') slowMs.value = String(state.disk.slowMs)
      adapt()
    },
  }
}

function readDisk(chosen: string, slowMs: number): DiskFault {
  if (chosen === 'slow') return { slowMs }
  return chosen === 'full' ? 'full' : 'well'
}

function showActive(section: HTMLElement, { rules, hits, disk }: FaultState): void {
  const lines = rules.map((rule, at) =>
    make(
      'li',
      {},
      ruleText(rule),
      make('b', { className: 'fault-hits', text: `命中 ${hits[at] ?? 0} 次` }),
    ),
  )
  if (disk === 'full') lines.push(make('li', {}, '磁盘满：所有写入都被拒绝'))
  else if (disk !== 'well') lines.push(make('li', {}, `磁盘慢：每次写入多等 ${disk.slowMs} 毫秒`))
  const content =
    lines.length === 0
      ? make('p', { className: 'soft', text: '没有。函数、数据库和磁盘都照常工作。' })
      : make('ul', {}, ...lines)
  section.replaceChildren(make('h2', { text: '正在生效' }), content)
}
