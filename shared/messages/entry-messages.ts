/** What a member is told of her entry in a group-buy list while she looks elsewhere. */
import { backText, type GivenBack } from './given-back'
import type { MessageRow } from './message-row'
import { spokenInstant } from './spoken-instant'

interface EntryFacts {
  readonly listId: string
  readonly listTitle: string
  readonly entryNo: number
}

/** Of what she had paid for it some or all goes back to her. */
interface BackFacts extends EntryFacts, GivenBack {}

export interface EntryMessageFacts {
  /** Who waited has a place. */
  readonly entryPlaced: EntryFacts
  /** A place is kept for who waited, until she takes it. */
  readonly entryHeld: EntryFacts & { readonly untilAt: number }
  readonly entryLapsed: BackFacts
  readonly entryReleased: BackFacts
  /** By whoever looks after the list. */
  readonly entryCancelled: BackFacts
  readonly entryChanged: BackFacts
  /** She asked for a row that was taken for her: it is hers, or it is not. */
  readonly entryYours: EntryFacts
  readonly entryNotYours: EntryFacts
}

const common = { topic: 'list', templateKey: 'list' } as const
const back = (facts: BackFacts) => (facts.backFen > 0 ? `，${backText(facts)}` : '')
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
    text: (facts) => {
      const why = '没有等到位置，或超过了确认、付款的时间，已经失效'
      return `“${facts.listTitle}”里您的第 ${facts.entryNo} 位${why}${back(facts)}`
    },
  },
  entryReleased: {
    ...{ ...common, link },
    title: '接龙没有成团',
    fields: ({ listTitle: list, backFen }) => ({
      ...{ list, state: '未成团' },
      note: backFen > 0 ? '付的钱会退给您，请点开看看' : '您不用付款，也不用来取',
    }),
    text: (facts) =>
      `“${facts.listTitle}”没有成团，您的第 ${facts.entryNo} 位已经取消${back(facts)}`,
  },
  entryCancelled: {
    ...{ ...common, link },
    title: '接龙被取消',
    fields: ({ listTitle: list }) => ({ list, state: '已取消', note: '由团长取消' }),
    text: (facts) => `“${facts.listTitle}”里您的第 ${facts.entryNo} 位由团长取消了${back(facts)}`,
  },
  entryChanged: {
    ...{ ...common, link },
    title: '接龙有改动',
    fields: ({ listTitle: list }) => ({ list, state: '有改动', note: '由团长修改，请点开看看' }),
    text: (facts) =>
      `“${facts.listTitle}”里您的第 ${facts.entryNo} 位由团长改了内容，请点开看看${back(facts)}`,
  },
  entryYours: {
    ...{ ...common, link },
    title: '认领成功',
    fields: ({ listTitle: list }) => ({ list, state: '认领成功', note: '团长已经确认' }),
    text: ({ listTitle, entryNo }) => `“${listTitle}”里的第 ${entryNo} 位，团长确认是您的了`,
  },
  entryNotYours: {
    ...{ ...common, link },
    title: '认领没有通过',
    fields: ({ listTitle: list }) => ({ list, state: '没有通过', note: '有疑问请联系团长' }),
    text: ({ listTitle, entryNo }) =>
      `“${listTitle}”里的第 ${entryNo} 位，团长没有确认是您的，有疑问请联系团长`,
  },
}
