import { api, type OutputAt } from '../api'
import { createPaged } from '../paging'
import { createReading } from '../reading'
import type { Roles } from '../session/for-role'
import { createSubmission } from '../submission'

export type MyCommunity = OutputAt<'communities.mine'>['communities'][number]
export type Board = OutputAt<'communities.board'>

/** The communities that she looks after; kept, since her day begins with them. */
export const mineStore = createReading('communities.mine', { keepAs: 'communities' })

export function loadMine(): Promise<void> {
  return mineStore.getState().load({})
}

/** Both with the group of the card that she came by. */
export const bindStore = createSubmission('communities.bind', { group: true })
export const rebindStore = createSubmission('communities.rebind', { group: true })

export const saveRulesStore = createSubmission('communities.saveRules')

export const boardStore = createReading('communities.board')

/** A community that a drop may be planned for. */
export type Plannable = Pick<
  MyCommunity,
  'communityId' | 'name' | 'storeName' | 'boundAt' | 'isPaused'
>

export type PlannerRoles = Pick<Roles, 'communityOwner' | 'isManager'>

interface PlannablePage {
  communities: readonly Plannable[]
  nextCursor: string | null
}

/** An owner's own, then those of a manager's stores; somebody may be both. */
export const plannableStore = createPaged<PlannablePage, Plannable, PlannerRoles>(
  {
    async ask({ communityOwner, isManager }, cursor) {
      const own = communityOwner && !cursor ? await api.call('communities.mine', {}) : null
      if (own && !own.ok) return own
      const communities = own?.value.communities ?? []
      if (!isManager) return { ok: true, value: { communities, nextCursor: null } }
      const page = await api.call('communities.list', cursor ? { cursor } : {})
      if (!page.ok) return page
      const { communities: listed, nextCursor } = page.value
      return { ok: true, value: { communities: [...communities, ...listed], nextCursor } }
    },
    rowsOf: ({ communities }) => communities,
  },
  { communityOwner: false, isManager: false },
)
