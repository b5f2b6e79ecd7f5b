/** Fetching what has arrived. */
import type { listPickup } from '../../shared/contract/list-pickup'
import type { UseCases } from '../runtime/context'
import { handOver } from './hand-over'
import { listUncollected } from './list-uncollected'
import { makeProxyCode } from './make-proxy-code'
import { showMine } from './show-mine'
import { showWaiting } from './show-waiting'

export const pickupCases = {
  handOver,
  waiting: showWaiting,
  mine: showMine,
  proxyCode: makeProxyCode,
  uncollected: listUncollected,
} satisfies Pick<UseCases<'lists'>, keyof typeof listPickup>
