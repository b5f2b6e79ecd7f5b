/** She is told of what was handed over without her. */
import type { ParsedInputOf } from '../../shared/contract/endpoint'
import type { listPickup } from '../../shared/contract/list-pickup'
import { tell } from '../messages/tell-in-transaction'
import type { StaffContext } from '../runtime/context'
import type { Transaction } from '../runtime/database'
import { type EntryOf, titleOf } from './settle-entry'
import type { Fetcher } from './who-fetches'

interface Fetched {
  readonly wanted: readonly EntryOf[]
  readonly input: Pick<ParsedInputOf<typeof listPickup.handOver>, 'lines'>
  readonly fetcher: Fetcher | null
  readonly context: StaffContext
}

export async function tellFetched(tx: Transaction, fetched: Fetched): Promise<void> {
  const { wanted, input, fetcher, context } = fetched
  const { now: at, staff, requestKey } = context
  for (const { entry, list } of wanted) {
    if (entry.memberId === null) continue
    const things = input.lines
      .filter(({ entryId }) => entryId === entry._id)
      .map(({ itemId, quantity }) => {
        const item = list.items.find((each) => each.itemId === itemId)
        const unit = item?.unit === 'jin' ? '斤' : ''
        return `${titleOf(item?.name ?? itemId, item?.spec ?? null)}×${quantity}${unit}`
      })
      .join('、')
    const about = { listId: list._id, listTitle: list.title, things }
    await tell(tx, {
      ...{ memberId: entry.memberId, source: `${requestKey}:${entry._id}`, at },
      ...{ kind: 'listFetched' },
      facts: { ...about, staffName: staff.displayName, isProxy: fetcher !== null },
    })
  }
}
