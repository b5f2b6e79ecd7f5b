import {
  acceptOnPhone,
  messageTemplates,
  type SentMessage,
  sentMessages,
  waitingMessage,
} from '../harness/permits-under-test'
import { atOnce, openShop, type ShopUnderTest } from '../harness/shop-under-test'
import type { FaultRule } from '../localcloud/laboratory/operator-api'
import { type ChaosReport, type ChaosSetting, seededRandom, unequal } from './chaos-run'

export const name = 'sends'

const sizes = { quick: { rounds: 2, members: 6 }, full: { rounds: 40, members: 16 } } as const
const JOBS = 32
/** Longer than a dead run holds its lease, and a permit that was on its way. */
const ABANDONED_MS = 80_000
const MOST_TICKS = 12

/** One function in twenty dies around a call, one answer in twenty is lost. */
const losses: readonly FaultRule[] = [
  { kind: 'kill', at: 'before-call', rate: 0.05, function: 'messages' },
  { kind: 'kill', at: 'after-call', rate: 0.05, function: 'messages' },
  { kind: 'drop', at: 'after-call', rate: 0.05, function: 'messages' },
]
/** Nobody dies, but all are slow: whoever looks first need not be the first to act. */
const delays: readonly FaultRule[] = [
  { kind: 'delay', at: 'before-call', rate: 0.3, delayMs: 15, function: 'messages' },
]

interface Person {
  readonly who: string
  readonly memberId: string
  /** As many as her ledger was told. */
  readonly permits: number
  readonly messageIds: readonly string[]
}

/**
 * 32 jobs send at once, though a lease should keep them apart: it is taken from them all the time.
 * In every other round functions die and answers are lost, and in the others all are slow. Some of
 * the members allow less at WeChat than their ledger believes.
 */
export async function run({ seed, size, functionsDir }: ChaosSetting): Promise<ChaosReport> {
  const { rounds, members } = sizes[size]
  const random = seededRandom(seed)
  const shop = await openShop({ store: 'memory', functionsDir, shop: { messageTemplates } })
  const broken: string[] = []
  const counts = { messages: 0, permits: 0, asked: 0, delivered: 0, refusals: 0 }
  try {
    for (let round = 0; round < rounds; round += 1) {
      const isDeadly = round % 2 === 0
      const people = await atOnce(members, (nth) => invent(shop, certain[nth] ?? chance(random)))
      shop.local.faults.set({ seed: seed + round, rules: isDeadly ? losses : delays })
      await sendAtOnce(shop)
      shop.local.faults.set({ rules: [] })
      await sendTheRest(shop)
      const asked = (await sentMessages(shop)).filter(({ openid }) => isAmong(people, openid))
      for (const person of people)
        broken.push(...(await inspect(shop, person, { asked, isDeadly })))
      counts.messages += people.reduce((sum, { messageIds }) => sum + messageIds.length, 0)
      counts.permits += people.reduce((sum, { permits }) => sum + permits, 0)
      counts.asked += asked.length
      counts.delivered += asked.filter(({ errCode }) => errCode === 0).length
      counts.refusals += asked.filter(({ errCode }) => errCode !== 0).length
    }
  } finally {
    await shop.stop()
  }
  return { figures: { rounds, 'jobs at once': JOBS, ...counts }, broken }
}

interface Wish {
  /** As many as her ledger is told. */
  readonly permits: number
  /** As many as WeChat knows of. */
  readonly known: number
  readonly told: number
}

/** In each round one who allows less than her ledger believes, and one with more than she needs. */
const certain: readonly Wish[] = [
  { permits: 4, known: 1, told: 6 },
  { permits: 4, known: 4, told: 1 },
]

/** Some permits, not all of them true, and more or less to be told. */
function chance(random: () => number): Wish {
  const permits = Math.floor(random() * 4)
  const known = random() < 0.5 ? permits : Math.floor(random() * permits)
  return { permits, known, told: Math.floor(random() * 6) }
}

async function invent(shop: ShopUnderTest, { permits, known, told }: Wish): Promise<Person> {
  const { who, memberId } = await shop.newMember()
  // A template is known to WeChat from the first sheet that showed it.
  await acceptOnPhone(shop, shop.fresh('other'), 'pickup')
  for (let nth = 0; nth < known; nth += 1) await acceptOnPhone(shop, who, 'pickup')
  for (let nth = 0; nth < permits; nth += 1) {
    const input = { answers: { pickup: 'accept' as const } }
    await shop.value('messages.recordPermits', { as: who, requestId: shop.fresh('permit'), input })
  }
  const messageIds: string[] = []
  for (let nth = 0; nth < told; nth += 1) messageIds.push(await waitingMessage(shop, memberId))
  return { who, memberId, permits, messageIds }
}

async function sendAtOnce(shop: ShopUnderTest): Promise<void> {
  const database = await shop.database()
  const leases = database.collection('job_leases')
  let isOver = false
  const takeLeases = async () => {
    while (!isOver) {
      await leases.doc('messages.send').remove()
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
  }
  const taking = takeLeases()
  await atOnce(JOBS, async (nth) => {
    await new Promise((resolve) => setTimeout(resolve, nth * 8))
    await shop.fireTimer('messages')
  })
  isOver = true
  await taking
}

/** Whoever held something is dead by now. */
async function sendTheRest(shop: ShopUnderTest): Promise<void> {
  for (let tick = 0; tick < MOST_TICKS; tick += 1) {
    await shop.advanceClock(ABANDONED_MS)
    await shop.fireTimer('messages')
    if ((await shop.find('messages', { delivery: 'waiting' })).length === 0) return
  }
}

async function inspect(
  shop: ShopUnderTest,
  { who, memberId, permits, messageIds }: Person,
  round: { readonly asked: readonly SentMessage[]; readonly isDeadly: boolean },
): Promise<string[]> {
  const asked = round.asked.filter(({ openid }) => openid === who)
  const words = asked.map(({ page }) => page)
  const firstRefusal = asked.findIndex(({ errCode }) => errCode !== 0)
  const { messages } = await shop.value('messages.inbox', { as: who })
  const inInbox = messages.map(({ messageId }) => messageId).sort()
  const documents = await shop.find('messages', { memberId })
  const waiting = documents.filter(({ delivery }) => delivery === 'waiting').length
  const sent = documents.filter(({ delivery }) => delivery === 'sent').length
  const arrived = asked.filter(({ errCode }) => errCode === 0).length
  const [book] = await shop.find('message_permits', { memberId })
  const left = Number(book?.leftCount ?? 0)
  return [
    ...unequal(`${who}: messages in the inbox`, `${inInbox}`, `${[...messageIds].sort()}`),
    ...unequal(`${who}: messages that still wait`, waiting, 0),
    ...unequal(`${who}: messages sent twice`, words.length - new Set(words).size, 0),
    ...(asked.length > permits ? [`${who}: ${asked.length} sends for ${permits} permits`] : []),
    ...(left < 0 || left > permits - asked.length ? [`${who}: ${left} permits are left over`] : []),
    ...(sent > arrived ? [`${who}: ${sent} are told as sent, ${arrived} were`] : []),
    // A function that dies before it hears of a refusal has heard of none.
    ...(!round.isDeadly && firstRefusal >= 0 && firstRefusal < asked.length - 1
      ? [`${who}: sent after a refusal`]
      : []),
  ]
}

function isAmong(people: readonly Person[], openid: string): boolean {
  return people.some(({ who }) => who === openid)
}
