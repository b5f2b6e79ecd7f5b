import type { DropRow, drops } from '../../shared/contract/drops'
import { type DropState, stateAt } from '../../shared/drops/drop'
import { PAGE_SIZE_ROWS } from '../../shared/limits'
import { instantOfCursor } from '../../shared/page'
import { accept, refuse } from '../../shared/refusal'
import { judgeShareText } from '../../shared/sharing/share-guard'
import { type Community, communitiesOf, communitiesOwnedBy } from '../communities/repository'
import type { StaffContext, UseCase } from '../runtime/context'
import { isCommunityOwner, managesStore } from '../runtime/roles'
import { type Drop, type DropPlace, dropsOf, figuresOf } from './repository'
import { textStateOf } from './review'

const MOST_COMMUNITIES = 200

/**
 * A page of the drops of the caller's communities, with what came of them there, the latest first.
 */
export const listDrops: UseCase<typeof drops.list> = async ({ cursor }, context) => {
  const after = placeOfCursor(cursor)
  if (after === undefined) return refuse('INPUT_INVALID', { field: 'cursor' })
  const own = await communitiesAt(context)
  const ids = own.map(({ _id }) => _id)
  const page = { after, limit: PAGE_SIZE_ROWS + 1 }
  const found = ids.length === 0 ? [] : await dropsOf(ids, page)
  const rows = found.slice(0, PAGE_SIZE_ROWS)
  const last = found.length > rows.length ? rows.at(-1) : undefined
  const nextCursor = last ? `${last.opensAt}:${last._id}` : null
  const figures = await figuresOf(rows.map(({ batchId }) => batchId))
  const listed = rows.map((drop) => rowOf(drop, { own, figures, now: context.now }))
  return accept({ serverNow: context.now, drops: listed, nextCursor })
}

/** What the platform's rules on sharing say of a text; nothing is saved. */
export const judgeText: UseCase<typeof drops.judge> = ({ text }) =>
  Promise.resolve(accept(judgeShareText(text)))

/** Null for the first page, undefined when it is none of ours. */
function placeOfCursor(cursor: string | undefined): DropPlace | null | undefined {
  if (cursor === undefined) return null
  const [at = '', dropId = ''] = cursor.split(':')
  const opensAt = instantOfCursor(at)
  return typeof opensAt === 'number' ? { opensAt, dropId } : undefined
}

async function communitiesAt(context: StaffContext): Promise<readonly Community[]> {
  const { staff, shop, memberId } = context
  const stores = shop.stores.filter(({ storeId }) => managesStore(staff, storeId))
  const storeIds = stores.map(({ storeId }) => storeId)
  const page = { beforeAt: null, limit: MOST_COMMUNITIES }
  const [owned, managed] = await Promise.all([
    isCommunityOwner(staff) ? communitiesOwnedBy(memberId) : [],
    storeIds.length > 0 ? communitiesOf(storeIds, page) : [],
  ])
  return [...owned, ...managed.filter(({ _id }) => owned.every((each) => each._id !== _id))]
}

interface Known {
  readonly own: readonly Community[]
  readonly figures: Awaited<ReturnType<typeof figuresOf>>
  readonly now: number
}

function rowOf(drop: Drop, { own, figures, now }: Known): DropRow {
  const communities = drop.quotas.map(({ communityId, quota }) => {
    const came = figures.find(
      (each) => each.batchId === drop.batchId && each.communityId === communityId,
    )
    const { claims = 0, redemptions = 0 } = came ?? {}
    return { communityId, quota, claims, redemptions }
  })
  const timed = stateAt(drop, now)
  const isOut = timed === 'open' && communities.every(({ quota, claims }) => claims >= quota)
  const state: DropState = isOut ? 'soldOut' : timed
  const { _id: dropId, batchId, title, terms, templateId, opensAt, closesAt, who } = drop
  return {
    ...{ dropId, batchId, title, terms, state, textState: textStateOf(drop) },
    ...{ templateId, couponTitle: drop.template.title },
    ...{ opensAt, closesAt, who },
    // A drop of several owners shows each of them her own.
    communities: communities.flatMap((row) => {
      const mine = own.find(({ _id }) => _id === row.communityId)
      return mine ? [{ ...row, name: mine.name }] : []
    }),
  }
}
