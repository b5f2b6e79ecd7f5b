import { api, type OutputAt } from '../api'
import { createPaged } from '../paging'
import { createSubmission } from '../submission'

export type CommunityRow = OutputAt<'communities.list'>['communities'][number]

/** All communities of the manager's stores, the newest first. */
export const communitiesStore = createPaged(
  {
    ask: (_query: object, cursor) => api.call('communities.list', cursor ? { cursor } : {}),
    rowsOf: (page) => page.communities,
  },
  {},
)

export function loadCommunities(): Promise<void> {
  return communitiesStore.getState().load({})
}

export const appointStore = createSubmission('communities.appoint')
export const handOverStore = createSubmission('communities.handOver')
export const pauseStore = createSubmission('communities.pause')

/** Whether its WeChat group of today is known. */
export function groupText({ boundAt, isPaused }: CommunityRow): string {
  if (isPaused) return '已停用'
  return boundAt === null ? '待绑定微信群' : '已绑定微信群'
}
