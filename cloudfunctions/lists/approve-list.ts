import type { OutputOf } from '../../shared/contract/endpoint'
import type { listPlanning } from '../../shared/contract/list-planning'
import { shownStateAt } from '../../shared/lists/list-state'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import { tell } from '../messages/tell-in-transaction'
import type { StaffContext, UseCase } from '../runtime/context'
import { inTransaction } from '../runtime/database'
import { recorded } from '../runtime/once'
import { managesStore } from '../runtime/roles'
import { approveGoods } from './goods'
import type { List } from './list-document'
import { readList } from './repository'
import { putPublished } from './start-in-transaction'

type Approved = OutputOf<typeof listPlanning.approve>

/**
 * A manager's word on the goods of a list, told to its owner. What is approved may be on any list
 * from then on; what is refused is a draft again. Refuses LIST_GONE, LIST_FOREIGN and
 * LIST_NOT_WAITING.
 */
export const approveList: UseCase<typeof listPlanning.approve> = (wish, context) => {
  const { listId, isApproved, reason = null } = wish
  const meaning = { listId, isApproved, reason }
  return recorded<Approved>(context, { meaning }, async ({ record }) => {
    const known = admitWaiting(await readList(listId), context)
    if (!known.ok) return known
    if (isApproved) await approveGoods(known.value.items, context)
    return inTransaction<Approved>(async (tx, at) => {
      const list = admitWaiting(await readList(listId, tx), context)
      if (!list.ok) return list
      const goodsState = isApproved ? 'approved' : 'rejected'
      const decided: List = { ...list.value, goodsState, returnReason: reason }
      const put = await putPublished(tx, decided, at)
      const { ownerId: memberId, title } = list.value
      const facts = { listId, title, isApproved, reason }
      await tell(tx, { kind: 'listApproved', facts, memberId, source: context.requestKey, at })
      const answer = { listId, state: shownStateAt(put, at) }
      await record(tx, answer)
      return accept(answer)
    })
  })
}

function admitWaiting(list: List | null, { staff }: StaffContext): Outcome<List> {
  if (!list) return refuse('LIST_GONE')
  if (!managesStore(staff, list.storeId)) return refuse('LIST_FOREIGN')
  const isWaiting = list.state === 'waiting' && list.goodsState === 'held'
  return isWaiting ? accept(list) : refuse('LIST_NOT_WAITING')
}
