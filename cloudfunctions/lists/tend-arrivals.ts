/** What the clock does once goods are here: it goes on where a share-out was killed. */
import type { Chore } from '../runtime/chores'
import type { JobContext } from '../runtime/context'
import { command, findWhere } from '../runtime/database'
import { forgetting } from '../runtime/retention'
import type { ListDocument } from './list-document'
import { oldProxies } from './proxy-document'
import { shareArrivals } from './share-arrivals'

const PAGE_LISTS = 50

export const arrivalChores: readonly Chore[] = [
  {
    name: 'shareArrivals',
    every: 'tick',
    isDue: async (context) => (await toShare(context, 1)).length > 0,
    run: async (context) => {
      let brought = 0
      for (const { _id } of await toShare(context, PAGE_LISTS)) {
        if (!context.hasTimeLeft()) break
        brought += (await shareArrivals(_id, context)).broughtCount
      }
      return { brought }
    },
  },
  forgetting(oldProxies),
]

/** A request that is at it has its time: the timer comes after it. */
const REQUEST_MS = 20_000

function toShare({ now }: JobContext, limit: number) {
  const sharingAt = command.gt(0).and(command.lte(now - REQUEST_MS))
  const order = { orderBy: ['sharingAt', 'asc'], limit } as const
  return findWhere<ListDocument>('lists', { sharingAt }, order)
}
