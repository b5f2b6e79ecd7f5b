import { make, part } from '../page/element'
import { shanghaiText } from '../page/shanghai'
import { hashOf, type Place, readPlace } from './address'
import { ask } from './ask'
import { startBanner } from './banner'
import { collectionsPane } from './collections'
import { faultsPane } from './faults'
import { functionsPane } from './functions'
import { logPane } from './log'
import { moveTo, type Pane } from './pane'
import { startTheme } from './theme'
import { timersPane } from './timers'

const REFRESH_MS = 2_000

const titles = {
  log: '日志',
  functions: '函数',
  collections: '集合',
  timers: '定时器',
  faults: '故障',
} as const

type PaneName = keyof typeof titles

const makers: Readonly<Record<PaneName, () => Pane>> = {
  log: logPane,
  functions: functionsPane,
  collections: collectionsPane,
  timers: timersPane,
  faults: faultsPane,
}

const stage = part(document, '.stage')
const state = part(document, '.head-state')
const banner = startBanner(part(document, '.banner'))
/** Made when first opened, kept with all that was typed and scrolled. */
const made = new Map<PaneName, Pane>()
/** Where each pane was left, so that a tab leads back there. */
const left = new Map<PaneName, string>()
let open: Pane | null = null
let refreshing = false

const tabs = Object.entries(titles).map(([name, title], position) =>
  make(
    'a',
    { data: { pane: name }, attributes: { href: `#/${name}` } },
    title,
    make('kbd', { text: String(position + 1) }),
  ),
)
part(document, '.tabs').append(...tabs)
startTheme(part(document, '.head-theme'))
window.addEventListener('hashchange', goThere)
document.addEventListener('keydown', onKey)
document.addEventListener('visibilitychange', refresh)
part(document, '.head-keys').addEventListener('click', showKeys)
setInterval(refresh, REFRESH_MS)
goThere().then(refresh)

async function goThere(): Promise<void> {
  const place = readPlace(window.location.hash)
  const name = paneNamed(place)
  if (name === null) return moveTo('#/log', { replace: true })
  const pane = made.get(name) ?? makers[name]()
  made.set(name, pane)
  left.set(name, window.location.hash)
  if (open !== pane) stage.replaceChildren(pane.element)
  open = pane
  for (const tab of tabs) {
    const own = tab.dataset.pane === name
    if (own) tab.setAttribute('aria-current', 'page')
    else tab.removeAttribute('aria-current')
    tab.href = own ? `#/${name}` : (left.get(namedPane(tab.dataset.pane)) ?? tab.href)
  }
  await attempt(() => pane.go(place))
}

function paneNamed({ pane }: Place): PaneName | null {
  return pane in titles ? namedPane(pane) : null
}

function namedPane(name: string | undefined): PaneName {
  const names: readonly PaneName[] = ['log', 'functions', 'collections', 'timers', 'faults']
  return names.find((one) => one === name) ?? 'log'
}

/** One round at a time, and none while nobody looks. */
async function refresh(): Promise<void> {
  if (refreshing || document.hidden) return
  refreshing = true
  await attempt(async () => {
    const [{ nowMs }] = await Promise.all([
      ask<{ nowMs: number }>('/clock'),
      open?.refresh(),
      banner.refresh(),
    ])
    part(document, '.head-clock').textContent = shanghaiText(nowMs)
  })
  refreshing = false
}

async function attempt(work: () => Promise<void>): Promise<void> {
  try {
    await work()
    state.textContent = ''
  } catch (fault) {
    state.textContent = fault instanceof Error ? fault.message : String(fault)
  }
}

function onKey(event: KeyboardEvent): void {
  const { key, target } = event
  const types = target instanceof Element && target.closest('input, select, textarea, dialog')
  if (key === 'Escape' && types && target instanceof HTMLElement) target.blur()
  if (types || event.metaKey || event.ctrlKey || event.altKey) return
  const tab = tabs[Number(key) - 1]
  if (tab) moveTo(tab.hash)
  else if (key === 'r') refresh()
  else if (key === '?') showKeys()
  else if (key === '/') open?.element.querySelector<HTMLElement>('[data-search]')?.focus()
  else if (key === 'Escape') closeDetails()
  else if (!open?.press?.(key)) return
  event.preventDefault()
}

/** Up one step: from a call to the log, from a document to its collection. */
function closeDetails(): void {
  const place = readPlace(window.location.hash)
  const keeps = place.pane === 'collections' ? 1 : 0
  if (place.opened.length > keeps)
    moveTo(hashOf({ ...place, opened: place.opened.slice(0, keeps) }))
}

function showKeys(): void {
  const dialog = document.querySelector<HTMLDialogElement>('.keys')
  if (dialog?.open) dialog.close()
  else dialog?.showModal()
}
