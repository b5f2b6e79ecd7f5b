/** What a member is told of her entry once the goods are here, and an owner of bad ones. */
import { spokenDate } from '../business-date'
import { formatYuan } from '../yuan'
import { backText, type GivenBack } from './given-back'
import type { MessageRow } from './message-row'

interface OfList {
  readonly listId: string
  readonly listTitle: string
}

interface ToFetch extends OfList {
  readonly pointName: string
  /** The last day; null while more of the list is still to come. */
  readonly untilOn: string | null
}

interface BackOfList extends OfList, GivenBack {}

export interface ArrivalMessageFacts {
  readonly listArrived: ToFetch & { readonly isShort: boolean }
  /** Once more, to whoever has not fetched. */
  readonly listWaits: ToFetch
  /** Nothing of what she ordered is there for her. */
  readonly listMissed: BackOfList
  /** She had paid more than it came to. */
  readonly listSettledBack: BackOfList
  /** Without her: ticked off by the owner, or fetched with her code by somebody else. */
  readonly listFetched: OfList & {
    readonly things: string
    readonly staffName: string
    readonly isProxy: boolean
  }
  readonly listDamageAsked: OfList & {
    readonly name: string
    readonly itemName: string
    readonly amountFen: number
  }
  readonly listDamageDecided: BackOfList & {
    readonly itemName: string
    readonly reason: string | null
  }
}

const link = ({ listId }: OfList) => ({ to: 'list' as const, query: { listId } })
const pickup = { topic: 'pickup', templateKey: 'pickup', link } as const
const list = { topic: 'list', templateKey: null, link } as const

const until = ({ untilOn }: ToFetch) => (untilOn === null ? '' : `，截至${spokenDate(untilOn)}`)

export const arrivalMessages: {
  readonly [K in keyof ArrivalMessageFacts]: MessageRow<ArrivalMessageFacts[K]>
} = {
  listArrived: {
    ...pickup,
    title: '到货了',
    fields: (facts) => ({
      thing: facts.listTitle,
      state: '已到货',
      note: `请到${facts.pointName}自提`,
    }),
    text: (facts) => {
      const short = facts.isShort ? '，有商品没有到齐，已按公布的办法分配' : ''
      return `“${facts.listTitle}”到货了，请到${facts.pointName}自提${until(facts)}${short}`
    },
  },
  listWaits: {
    ...pickup,
    title: '还有商品没取',
    fields: (facts) => ({
      thing: facts.listTitle,
      state: '待自提',
      note: `请到${facts.pointName}自提`,
    }),
    text: (facts) => `“${facts.listTitle}”还有商品没取，请到${facts.pointName}自提${until(facts)}`,
  },
  listMissed: {
    ...list,
    title: '没有到货',
    text: (facts) => {
      const back = facts.backFen > 0 ? `，${backText(facts)}` : '，您不用付款'
      return `“${facts.listTitle}”到货不够，您订的这次没有分到${back}`
    },
  },
  listSettledBack: {
    ...list,
    title: '结算有退回',
    text: (facts) => `“${facts.listTitle}”按实际到货结算，${backText(facts)}`,
  },
  listFetched: {
    ...{ ...list, topic: 'pickup' },
    title: '商品已取走',
    text: ({ listTitle, things, staffName, isProxy }) =>
      isProxy
        ? `“${listTitle}”的${things}已凭代取码取走，经手人${staffName}`
        : `“${listTitle}”的${things}已取走，经手人${staffName}，如不是您取的请联系店里`,
  },
  listDamageAsked: {
    ...list,
    title: '有一份坏果包赔',
    text: ({ listTitle, name, itemName, amountFen }) =>
      `“${listTitle}”里${name}的${itemName}申请包赔 ${formatYuan(amountFen)}，请看过照片再处理`,
  },
  listDamageDecided: {
    ...list,
    title: '坏果包赔的结果',
    text: (facts) => {
      const { listTitle, itemName, reason } = facts
      const why = reason === null ? '' : `：${reason}`
      return facts.backFen > 0
        ? `“${listTitle}”的${itemName}同意包赔，${backText(facts)}${why}`
        : `“${listTitle}”的${itemName}没有同意包赔${why}`
    },
  },
}
