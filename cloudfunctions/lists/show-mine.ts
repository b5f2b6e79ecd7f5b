import type { listPickup } from '../../shared/contract/list-pickup'
import { accept } from '../../shared/refusal'
import type { UseCase } from '../runtime/context'
import { getById } from '../runtime/database'
import { linesToFetch, listsOf, waitingEntriesOf } from './pickup-document'
import type { ProxyDocument } from './proxy-document'

/** What waits for the caller, the code that fetches all of it, and until when her proxy's works. */
export const showMine: UseCase<typeof listPickup.mine> = async (_input, { memberId, now }) => {
  const [entries, proxy] = await Promise.all([
    waitingEntriesOf(memberId),
    getById<ProxyDocument>('list_proxies', memberId),
  ])
  const lists = await listsOf(entries)
  const lines = entries.flatMap((entry) => {
    const list = lists.get(entry.listId)
    return list ? linesToFetch({ entry, list }) : []
  })
  const isOpen = proxy && !proxy.used && now < proxy.untilAt
  return accept({
    lines,
    pickupCode: entries[0]?.pickupCode ?? null,
    proxyUntilAt: isOpen ? proxy.untilAt : null,
  })
}
