import { join } from 'node:path'
import type { ListShown } from '../../shared/contract/list-planning'
import { ensureBuilt } from '../build'
import { listShown, myEntry, shownEntry } from '../harness/list-shown'
import { type CallFunction, type HeldScreen, holdOnBarePhone } from './bare-phone'
import { runFresh } from './child-process'
import { type Figure, report } from './figures'

const dist = join(__dirname, '../../dist/weapp')
const FEW = 100
const MANY = 1_000
const PAGE_ROWS = 50
const MOST_TIMES = 1.1
/** Half an hour past five days: what the clock says stays the same while one taps. */
const CLOSES_IN_MS = 5 * 86_400_000 + 30 * 60_000

/** What a shopper taps on a list, in this order; each is measured with all rows on the page. */
const taps = ['open', 'more', 'join', 'close', 'change', 'cancel'] as const

/**
 * Bytes of a tap on a list of 1,000 rows against one of 100: what is tapped must not bring the rows
 * over the bridge again.
 */
async function main(): Promise<boolean> {
  await ensureBuilt(['weapp'])
  const few = runFresh(__filename, [String(FEW)])
  const many = runFresh(__filename, [String(MANY)])
  const figures = taps.flatMap((name): Figure[] => {
    const [of100 = Number.NaN, of1000 = Number.NaN] = [few[name], many[name]]
    return [
      { what: `${name}: bytes, ${FEW} rows`, measured: of100 },
      { what: `${name}: bytes, ${MANY} rows`, measured: of1000 },
      { what: `${name}: times`, measured: of1000 / of100, bound: { most: MOST_TIMES } },
    ]
  })
  return report('long-list', figures)
}

/** In a process of its own: one list with all its rows read, tapped through. */
async function tapThrough(count: number): Promise<void> {
  const group = { count, hasJoined: false, isCancelled: false }
  const screen = await holdOnBarePhone({
    ...{ dist, route: 'lists/list/index', query: { listId: 'l1' }, storage: new Map() },
    callFunction: answering(group),
  })
  for (let page = 1; page < count / PAGE_ROWS; page += 1) {
    await screen.bytesOf(() => screen.reachBottom())
  }
  expectText(screen, `邻居${count}`)
  const bytes: Record<string, number> = {}
  const measure = async (name: (typeof taps)[number], act: () => void, sees: string) => {
    bytes[name] = await screen.bytesOf(act)
    expectText(screen, sees)
  }
  await measure('open', () => screen.tap('list-join'), '先选几份')
  await measure('more', () => screen.tap('item-i1-more'), '确认接龙')
  await measure('join', () => screen.tap('order-confirm'), `您是第 ${count + 1} 位`)
  await measure('close', () => screen.tap('joined-close'), `我是第 ${count + 1} 位`)
  await measure('change', () => screen.tap('mine-change'), '修改接龙')
  await screen.bytesOf(() => screen.tap('sheet-veil'))
  await screen.bytesOf(() => screen.tap('mine-cancel'))
  group.isCancelled = true
  await measure('cancel', () => screen.tap('cancel-entry-confirm'), '已取消')
  console.log(JSON.stringify(bytes))
  process.exit(0)
}

/** A figure within a sentence is a node of its own: blanks are not what is looked at. */
function expectText(screen: HeldScreen, words: string): void {
  const bare = (text: string) => text.replace(/\s/g, '')
  const text = bare(screen.text())
  if (!text.includes(bare(words))) throw new Error(`${words} is not on the page: ${text}`)
}

interface Group {
  count: number
  hasJoined: boolean
  isCancelled: boolean
}

/** A list of so many neighbours, page by page; she joins as the next one. */
function answering(group: Group): CallFunction {
  const { count } = group
  return async ({ data }) => {
    // Parse edge: the page's own calls.
    const { action, input } = data as { action: string; input: { cursor?: string } }
    const value = (answer: unknown) => ({ result: { ok: true, value: answer } })
    if (action === 'show') return value(pageOf(group, { own: count + 1, cursor: input.cursor }))
    if (action === 'toText') return value({ text: '#接龙' })
    if (action === 'join') {
      Object.assign(group, { hasJoined: true, count: group.count + 1 })
      const joined = { entryId: 'e', entryNo: count + 1, payableFen: 1_990, state: 'joined' }
      return value(joined)
    }
    if (action === 'cancel') return value({ entryId: 'e', entryNo: 1, state: 'cancelled' })
    return { result: { ok: false, code: 'INTERNAL', message: '请稍后再试', requestId: 'r' } }
  }
}

function pageOf(
  { count, hasJoined, isCancelled }: Group,
  { own, cursor }: { own: number; cursor: string | undefined },
): ListShown {
  const from = Number(cursor ?? 0)
  const until = Math.min(count, from + PAGE_ROWS)
  const state = isCancelled ? 'cancelled' : 'joined'
  const entries = Array.from({ length: until - from }, (_, place) => {
    const isMine = hasJoined && from + place + 1 === own
    const mine = { isMine, state, cancelled: isCancelled } as const
    return shownEntry(from + place + 1, isMine ? mine : {})
  })
  return listShown({
    ...{ serverNow: Date.now(), cutOffAt: Date.now() + CLOSES_IN_MS, entryCount: count, entries },
    nextCursor: until < count ? String(until) : null,
    mine: hasJoined ? myEntry({ entryNo: own, state }) : null,
  })
}

async function start(count: string | undefined): Promise<void> {
  if (count !== undefined) await tapThrough(Number(count))
  else process.exit((await main()) ? 0 : 1)
}

if (process.argv[1] === __filename) {
  start(process.argv[2]).catch((error: unknown) => {
    console.error(error)
    process.exit(1)
  })
}
