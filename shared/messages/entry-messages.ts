/** What a member is told of her entry in a group-buy list while she looks elsewhere. */
import type { MessageRow } from './message-row'
import { spokenInstant } from './spoken-instant'

interface EntryFacts {
  readonly listId: string
  readonly listTitle: string
  readonly entryNo: number
}

export interface EntryMessageFacts {
  /** Who waited has a place. */
  readonly entryPlaced: EntryFacts
  /** A place is kept for who waited, until she takes it. */
  readonly entryHeld: EntryFacts & { readonly untilAt: number }
  readonly entryLapsed: EntryFacts
  readonly entryReleased: EntryFacts
  /** By whoever looks after the list. */
  readonly entryCancelled: EntryFacts
  readonly entryChanged: EntryFacts
}

const common = { topic: 'list', templateKey: 'list' } as const
const link = ({ listId }: EntryFacts) => ({ to: 'list' as const, query: { listId } })

export const entryMessages: {
  readonly [K in keyof EntryMessageFacts]: MessageRow<EntryMessageFacts[K]>
} = {
  entryPlaced: {
    ...{ ...common, link },
    title: '候补成功',
    fields: ({ listTitle: list }) => ({ list, state: '候补成功', note: '已经为您接上了' }),
    text: ({ listTitle, entryNo }) => `“${listTitle}”有位置了，您的第 ${entryNo} 位已经接上`,
  },
  entryHeld: {
    ...{ ...common, link },
    title: '候补有位了，等您确认',
    fields: ({ listTitle: list, untilAt }) => ({
      ...{ list, state: '等您确认', note: `为您留到${spokenInstant(untilAt)}` },
    }),
    text: ({ listTitle, entryNo, untilAt }) =>
      `“${listTitle}”有位置了，您的第 ${entryNo} 位留到${spokenInstant(untilAt)}，请点开确认`,
  },
  entryLapsed: {
    ...{ ...common, link },
    title: '接龙已失效',
    fields: ({ listTitle: list }) => ({ list, state: '已失效', note: '没有等到位置或超过了时间' }),
    text: ({ listTitle, entryNo }) =>
      `“${listTitle}”里您的第 ${entryNo} 位没有等到位置，或超过了确认、付款的时间，已经失效`,
  },
  entryReleased: {
    ...{ ...common, link },
    title: '接龙没有成团',
    fields: ({ listTitle: list }) => ({ list, state: '未成团', note: '您不用付款，也不用来取' }),
    text: ({ listTitle, entryNo }) => `“${listTitle}”没有成团，您的第 ${entryNo} 位已经取消`,
  },
  entryCancelled: {
    ...{ ...common, link },
    title: '接龙被取消',
    fields: ({ listTitle: list }) => ({ list, state: '已取消', note: '由团长取消' }),
    text: ({ listTitle, entryNo }) => `“${listTitle}”里您的第 ${entryNo} 位由团长取消了`,
  },
  entryChanged: {
    ...{ ...common, link },
    title: '接龙有改动',
    fields: ({ listTitle: list }) => ({ list, state: '有改动', note: '由团长修改，请点开看看' }),
    text: ({ listTitle, entryNo }) =>
      `“${listTitle}”里您的第 ${entryNo} 位由团长改了内容，请点开看看`,
  },
}
