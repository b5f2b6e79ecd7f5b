/** What the owner of a group-buy list is told of it. */
import type { MessageRow } from './message-row'

interface OfList {
  readonly listId: string
  readonly title: string
}

export interface PlanningMessageFacts {
  /** What a manager said of its goods. */
  readonly listApproved: OfList & {
    readonly isApproved: boolean
    readonly reason: string | null
  }
  /** After the cut-off: what of it is bought, or why nothing is. */
  readonly listSettled: OfList & {
    readonly outcome: 'ordered' | 'failed' | 'extended' | 'closed'
    readonly entryCount: number
  }
  /** A member says that a row which was taken for somebody is hers. */
  readonly listClaimed: OfList & { readonly entryNo: number }
}

const outcomes = {
  ordered: (count: number) => `有 ${count} 位接龙，采购单已经备好`,
  failed: (count: number) => `有 ${count} 位接龙，没有达到成团数量，已经全部取消`,
  extended: (count: number) => `有 ${count} 位接龙，还没有达到成团数量，已延长 24 小时`,
  closed: () => '没有人接龙，已经结束',
}

const link = ({ listId }: OfList) => ({ to: 'list' as const, query: { listId } })
const common = { topic: 'list', templateKey: null, link } as const

export const planningMessages: {
  readonly [K in keyof PlanningMessageFacts]: MessageRow<PlanningMessageFacts[K]>
} = {
  listApproved: {
    ...common,
    title: '接龙审核结果',
    text: ({ title, isApproved, reason }) => {
      const said = isApproved ? '的商品已通过审核' : '的商品没有通过审核，已退回草稿'
      return `您的“${title}”${said}${reason === null ? '' : `：${reason}`}`
    },
  },
  listSettled: {
    ...common,
    title: '接龙已截止',
    text: ({ title, outcome, entryCount }) => `“${title}”${outcomes[outcome](entryCount)}`,
  },
  listClaimed: {
    ...common,
    title: '有人认领接龙',
    text: ({ title, entryNo }) =>
      `“${title}”里的第 ${entryNo} 位有会员来认领，请在接龙管理里确认是不是本人`,
  },
}
