import type { Input } from '../../shared/contract/contract'
import { communitiesOf } from './communities-under-test'
import { EAST, manager, type ShopUnderTest } from './shop-under-test'

export type Plan = Input<'lists', 'create'>

interface Wished {
  readonly quantity?: number
  readonly itemId?: string
  readonly ifSoldOut?: 'none' | 'fill' | 'hold'
}

const HOUR_MS = 3_600_000
const aPicture = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')

/** Group-buy lists of a shop under test, each with an owner of its own. */
export function listsOf(shop: ShopUnderTest) {
  /** Apples by the piece of which there are ten, and pears by the jin without an end. */
  const planFor = (part: Partial<Plan> = {}): Plan => ({
    ...{ title: '周三水果', cutOffAt: shop.nowMs() + 24 * HOUR_MS },
    items: [
      { name: '苹果', priceFen: 500, memberPriceFen: 450, stockCount: 10 },
      { name: '梨', spec: '大果', priceFen: 680, unit: 'jin' },
    ],
    ...{ pickupPoints: [{ name: '东店', storeId: EAST, hours: '周四 17–20 点' }] },
    ...{ payment: 'atPickup', shortage: 'byNumber', ...part },
  })
  /** Somebody who looks after a community of her own. */
  const newOwner = async () => (await communitiesOf(shop).newCommunity()).owner
  const newDraft = async (part: Partial<Plan> = {}, as?: string) => {
    const owner = as ?? (await newOwner())
    const asked = { as: owner, requestId: shop.fresh('list'), input: planFor(part) }
    return { owner, ...(await shop.value('lists.create', asked)) }
  }
  /** A list that runs, whatever the shop allows its owners. */
  const newList = async (part: Partial<Plan> = {}, as?: string) => {
    const draft = await newDraft(part, as)
    const { owner, listId } = draft
    const asked = { as: owner, requestId: shop.fresh('publish'), input: { listId } }
    const { state } = await shop.value('lists.publish', asked)
    if (state === 'waiting') {
      await shop.value('lists.approve', { as: manager, input: { listId, isApproved: true } })
    }
    return draft
  }
  const join = (who: string, input: Input<'lists', 'join'>) =>
    shop.callPatiently('lists.join', { as: who, requestId: shop.fresh('join'), input })
  /** Somebody new who wants so many of the first item, or of another. */
  const joined = async (listId: string, wish: Wished = {}) => {
    const { quantity = 1, itemId = 'i1', ifSoldOut = 'none' } = wish
    const { who } = await shop.newMember()
    const { answer } = await join(who, { listId, lines: [{ itemId, quantity }], ifSoldOut })
    if (!answer.ok) throw new Error(`nobody joined: ${JSON.stringify(answer)}`)
    return { who, ...answer.value }
  }
  const show = (listId: string, as: string, cursor?: string) =>
    shop.value('lists.show', { as, input: { listId, ...(cursor ? { cursor } : {}) } })
  /** The clock passes the cut-off, and the timer of that minute has run. */
  const passCutOff = async (listId: string) => {
    const [list] = await shop.find('lists', { _id: listId })
    await shop.advanceClock(Math.max(0, Number(list?.cutOffAt) - shop.nowMs()) + 1_000)
    await shop.fireTimer('lists')
  }
  return {
    ...picturesOf(shop),
    ...documentsOf(shop),
    ...{ planFor, newOwner, newDraft, newList, passCutOff },
    ...{ join, joined, show },
  }
}

function picturesOf(shop: ShopUnderTest) {
  /** A file in the storage that is a picture; what else is in it WeChat reads. */
  const newPicture = async (words = '') => {
    const fileContent = Buffer.concat([aPicture, Buffer.from(words)])
    const cloudPath = `lists/${shop.fresh('picture')}.png`
    return (await shop.uploadFile({ cloudPath, fileContent })).fileID
  }
  /** WeChat has pushed its verdict on every picture; it takes a second. */
  const verdictsAreIn = async () => {
    while ((await shop.find('pictures', { verdict: 'asked' })).length > 0) {
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
  return { newPicture, verdictsAreIn }
}

function documentsOf(shop: ShopUnderTest) {
  /** The refusal of a call that leaves no trace. */
  const refusalOf = async (call: () => Promise<{ readonly answer: unknown }>): Promise<unknown> => {
    const before = await shop.dump()
    const { answer } = await call()
    expect(await shop.dump()).toBe(before)
    return answer
  }
  const stored = async (listId: string) => (await shop.find('lists', { _id: listId }))[0]
  const bookOf = async (listId: string) => (await shop.find('list_books', { _id: listId }))[0]
  return { refusalOf, stored, bookOf }
}
