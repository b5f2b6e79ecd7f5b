import { MAX_MONTH_COUNT } from '@shared/limits'
import { readWhole } from '@shared/reading/whole'
import { api, type OutputAt } from '../api'
import { countText } from '../format'
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
export const budgetStore = createSubmission('communities.setBudget')

/** Whether its WeChat group of today is known. */
export function groupText({ boundAt, isPaused }: CommunityRow): string {
  if (isPaused) return '已停用'
  return boundAt === null ? '待绑定' : '已绑定'
}

/** What its owner's drops may give in a calendar month. */
export function budgetText(monthCount: number | null): string {
  return monthCount === null ? '张数不限' : `每月 ${countText(monthCount)} 张`
}

/** A budget as it was typed: nothing is without a bound; undefined is no number. */
export function budgetIn(typed: string): number | null | undefined {
  const read = readWhole(typed, { most: MAX_MONTH_COUNT })
  if (read.ok) return read.value
  return read.fault === 'blank' ? null : undefined
}
