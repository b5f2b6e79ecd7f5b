import { callerOf } from '../harness/cloud-caller'
import type { Bench } from './bench'
import { goTo } from './list-scenes'
import type { Scene, Screen } from './scene'

const SHOPPER = 'demo-shopper-1'
const CLERK = 'demo-staff-1'
const home = '/tabs/home/index'

/** Staff at the counter: one code, all that waits. */
export const listCounterScenes: readonly Scene[] = [
  {
    ...{ name: 'pickup-desk', title: '接龙自提 · 店员', as: CLERK, path: home },
    ...{ see: '.pickup-give', act: (screen, bench) => openPickup(screen, bench) },
  },
  {
    ...{ name: 'pickup-to-owner', title: '接龙自提 · 付给团长的', as: CLERK, path: home },
    see: '.pickup-owner',
    act: (screen, bench) => openPickup(screen, bench, 'demo-li'),
  },
  {
    ...{ name: 'pickup-none-ticked', title: '接龙自提 · 先不交', as: CLERK, path: home },
    see: '.pickup-give.big-button-off',
    act: async (screen, bench) => {
      await openPickup(screen, bench)
      await screen.tap('.pickup-line')
    },
  },
  {
    ...{ name: 'pickup-given', title: '接龙自提 · 交好了', as: CLERK, path: home },
    see: '.pickup-done',
    act: async (screen, bench) => {
      await openPickup(screen, bench)
      await screen.tap('.pickup-give')
    },
  },
  {
    ...{ name: 'pickup-unknown', title: '接龙自提 · 码不对', as: CLERK },
    ...{ path: '/till/pickup/index?pickupCode=000000000000', see: '.trouble-again, .notice' },
  },
]

async function openPickup(screen: Screen, bench: Bench, whose = SHOPPER): Promise<void> {
  const { pickupCode } = await callerOf(bench.cloud.origin).value('lists.mine', { as: whose })
  await goTo(screen, `/till/pickup/index?pickupCode=${pickupCode}`)
  await screen.see('.pickup-give')
}
