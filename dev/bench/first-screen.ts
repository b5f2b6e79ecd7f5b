import { join } from 'node:path'
import { ensureBuilt } from '../build'
import { startCloudProcess } from '../harness/cloud-process'
import { postJson } from '../harness/post'
import { openOnBarePhone } from './bare-phone'
import { runFresh } from './child-process'
import { type Figure, median, report } from './figures'

const NOW = '2026-11-21T02:00:00.000Z'
const ROUNDS = 5
const MOST_BYTES = 64 * 1024
const MOST_CALLS = 5
const MOST_BYTES_OF_A_CALL = 128 * 1024

const dist = join(__dirname, '../../dist/weapp')

interface Page {
  readonly name: string
  readonly route: string
  readonly openid: string
  /** It must be on the page: a page that did not open would be the cheapest of all. */
  readonly sees: string
}

const shopper = 'demo-shopper-1'
const pages: readonly Page[] = [
  { name: 'home', route: 'tabs/home/index', openid: shopper, sees: '可用积分' },
  { name: 'home of a visitor', route: 'tabs/home/index', openid: 'demo-new', sees: '入会' },
  { name: 'code', route: 'members/code/index', openid: shopper, sees: '放大会员码' },
  { name: 'mall', route: 'tabs/mall/index', openid: shopper, sees: '全部礼品' },
  { name: 'me', route: 'tabs/me/index', openid: shopper, sees: '积分明细' },
]

/**
 * What the pages that a shopper sees first are given to draw, until they come to rest: at the first
 * visit ever and at the next, when the phone has kept the last answers.
 */
async function main(): Promise<boolean> {
  await ensureBuilt(['functions', 'weapp'])
  const cloud = await startCloudProcess({ seed: 'demo', now: NOW })
  try {
    return report(
      'first-screen',
      pages.flatMap((page) => figuresOf(page, cloud.origin)),
    )
  } finally {
    await cloud.stop()
  }
}

function figuresOf({ name, ...page }: Page, origin: string): Figure[] {
  const rounds = Array.from({ length: ROUNDS }, () =>
    runFresh(__filename, [JSON.stringify({ ...page, origin })]),
  )
  const most = (what: string) => Math.max(...rounds.map((round) => round[what] ?? Number.NaN))
  const visits = (['first', 'next'] as const).flatMap((visit): Figure[] => [
    {
      what: `${name}, ${visit} visit: setData calls`,
      ...atMost(most(`${visit}Calls`), MOST_CALLS),
    },
    { what: `${name}, ${visit} visit: bytes`, ...atMost(most(`${visit}Bytes`), MOST_BYTES) },
    {
      what: `${name}, ${visit} visit: bytes of the largest call`,
      ...atMost(most(`${visit}Largest`), MOST_BYTES_OF_A_CALL),
    },
  ])
  const times = rounds.map((round) => round.processorMs ?? Number.NaN)
  return [
    ...visits,
    { what: `${name}: processor time to its content, ms`, measured: median(times) },
  ]
}

function atMost(measured: number, most: number): Pick<Figure, 'measured' | 'bound'> {
  return { measured, bound: { most } }
}

/** In a process of its own: the app is started twice, with what the phone kept in between. */
async function visitTwice(page: Omit<Page, 'name'> & { origin: string }): Promise<void> {
  const { origin, route, openid, sees } = page
  const storage = new Map<string, unknown>()
  const visit = async () => {
    const screen = await openOnBarePhone({
      ...{ dist, route, storage },
      callFunction: async ({ name, data }) => {
        const headers = { 'x-openid': openid }
        const { status, body } = await postJson(`${origin}/call/${name}`, data, headers)
        if (status !== 200) throw new Error(`${name} answered ${status}`)
        return { result: body }
      },
    })
    if (
      screen.cloudCalls === 0 ||
      !screen.text.includes(sees) ||
      screen.text.includes('正在加载')
    ) {
      throw new Error(`${route} does not show ${sees}, but: ${screen.text}`)
    }
    return screen
  }
  const first = await visit()
  const next = await visit()
  const sum = (bytes: readonly number[]) => bytes.reduce((all, one) => all + one, 0)
  const figures = {
    ...{ firstCalls: first.setDataBytes.length, nextCalls: next.setDataBytes.length },
    ...{ firstBytes: sum(first.setDataBytes), nextBytes: sum(next.setDataBytes) },
    firstLargest: Math.max(...first.setDataBytes),
    nextLargest: Math.max(...next.setDataBytes),
    processorMs: first.processorMs,
  }
  console.log(JSON.stringify(figures))
  process.exit(0)
}

async function start(page: string | undefined): Promise<void> {
  if (page !== undefined) await visitTwice(JSON.parse(page))
  else process.exit((await main()) ? 0 : 1)
}

if (process.argv[1] === __filename) {
  start(process.argv[2]).catch((error: unknown) => {
    console.error(error)
    process.exit(1)
  })
}
