import { callerOf } from '../harness/cloud-caller'
import type { Bench } from './bench'
import type { Scene, Screen } from './scene'
import { codeOf, openTill } from './staff-scenes'

const CLERK = 'demo-staff-1'
const SHOPPER = 'demo-shopper-1'
const desk = '/staff/scan/index'
const code = '/members/code/index'

const pointsScenes: readonly Scene[] = [
  {
    name: 'till-points',
    title: '积分抵扣',
    as: CLERK,
    path: desk,
    see: '.points-propose',
    act: openPoints,
  },
  {
    name: 'till-points-waiting',
    title: '等会员确认',
    as: CLERK,
    path: desk,
    see: '.points-waiting',
    act: propose,
  },
  {
    name: 'till-points-confirmed',
    title: '会员已确认',
    as: CLERK,
    path: desk,
    see: '.points-done',
    act: async (screen, bench) => {
      await propose(screen, bench)
      await answer(true, bench)
    },
  },
  {
    name: 'till-points-declined',
    title: '会员不用积分',
    as: CLERK,
    path: desk,
    see: '.points-declined',
    act: async (screen, bench) => {
      await propose(screen, bench)
      await answer(false, bench)
    },
  },
  {
    name: 'settled-with-points',
    title: '已记账 · 积分抵扣',
    as: CLERK,
    path: desk,
    see: '.settled',
    act: async (screen, bench) => {
      // A code of its own: one code settles once.
      bench.cloud.clock.advance(60_000)
      await propose(screen, bench)
      await answer(true, bench)
      await screen.tap('.points-done')
      await screen.tap('.settle-confirm')
    },
  },
  {
    name: 'code-proposal',
    title: '会员码 · 请您确认',
    as: SHOPPER,
    path: code,
    see: '.proposal-yes',
    act: (_screen, bench) => proposeFor(bench),
  },
  {
    name: 'code-proposal-confirmed',
    title: '会员码 · 已确认',
    as: SHOPPER,
    path: code,
    see: '.proposal-confirmed',
    act: async ({ tap }, bench) => {
      await proposeFor(bench)
      await tap('.proposal-yes')
    },
  },
]

const forgottenScenes: readonly Scene[] = [
  {
    name: 'forgotten',
    title: '补积分',
    as: CLERK,
    path: desk,
    see: '.forgotten-confirm',
    act: openForgotten,
  },
  {
    name: 'forgotten-done',
    title: '已补积分',
    as: CLERK,
    path: desk,
    see: '.forgotten-done',
    act: fillReceipt,
  },
  {
    name: 'forgotten-used',
    title: '小票登记过了',
    as: CLERK,
    path: desk,
    see: '.sheet',
    act: fillReceipt,
  },
  {
    name: 'purchases-forgotten',
    title: '消费记录 · 补积分',
    as: CLERK,
    path: '/refunds/purchases/index',
    see: '.purchase',
  },
]

export const payingScenes: readonly Scene[] = [...pointsScenes, ...forgottenScenes]

async function openPoints(screen: Screen, bench: Bench): Promise<void> {
  await openTill(SHOPPER)(screen, bench)
  await screen.type('86')
  await screen.see('.till-with-points')
  await screen.tap('.till-with-points')
}

async function propose(screen: Screen, bench: Bench): Promise<void> {
  await openPoints(screen, bench)
  await screen.fill('.points-typed input', '500')
  await screen.tap('.points-propose')
  await screen.see('.points-waiting')
}

/** Her word, from another phone. */
async function answer(agrees: boolean, { cloud }: Bench): Promise<void> {
  const caller = callerOf(cloud.origin)
  const { proposal } = await caller.value('members.code', { as: SHOPPER })
  const input = { proposalId: proposal?.proposalId ?? '', agrees }
  await caller.value('purchases.answerProposal', { as: SHOPPER, input })
}

async function proposeFor(bench: Bench): Promise<void> {
  const caller = callerOf(bench.cloud.origin)
  const memberCode = await codeOf(SHOPPER, bench)
  const { ticket } = await caller.value('staff.scan', { as: CLERK, input: { memberCode } })
  const input = { ticket, billFen: 8_600, paidPoints: 500 }
  await caller.value('purchases.proposePoints', { as: CLERK, input })
}

async function openForgotten(screen: Screen, bench: Bench): Promise<void> {
  await openTill('demo-chen')(screen, bench)
  await screen.tap('.member-forgotten')
}

async function fillReceipt(screen: Screen, bench: Bench): Promise<void> {
  await openForgotten(screen, bench)
  await screen.page.locator('.receipt-day-chips .chip:visible').nth(2).click()
  await screen.fill('.forgotten-bill input', '45.50')
  await screen.fill('.forgotten-receipt input', '20261119-0077')
  await screen.tap('.forgotten-confirm')
}
