import * as v from 'valibot'
import {
  MAX_BILL_FEN,
  MAX_REWARD_LIMIT,
  MAX_REWARD_ORDER,
  MAX_REWARD_POINTS,
  MAX_REWARD_STOCK,
  REWARD_TITLE_MAX_LENGTH,
  REWARD_WORDS_MAX_LENGTH,
} from '../limits'
import type { RewardSaleState } from '../mall/redemption'
import {
  type RewardChange,
  type RewardFace,
  type RewardOffer,
  type RewardStock,
  rewardKinds,
} from '../mall/reward'
import { endpoint } from './endpoint'
import { businessDate, cursor, documentId, nothing, reason, seenNumber, tierId } from './fields'
import { pictureFile } from './list-fields'
import { linesOfText, text } from './text'

/**
 * How the newest words and picture stand: members see them once both are `fine`. `asked`: WeChat
 * looks at the picture; `held`: a person is to look; `rejected`: write or choose another one.
 */
export type FaceState = 'fine' | 'asked' | 'held' | 'rejected'

/** A reward as its managers see it, with the words and the picture that were written last. */
export type ShelfReward = {
  -readonly [K in keyof (RewardFace & RewardOffer & RewardStock)]: (RewardFace &
    RewardOffer &
    RewardStock)[K]
} & {
  rewardId: string
  revision: number
  saleState: RewardSaleState
  wordsState: FaceState
  pictureState: FaceState
  /** Members see it, with the words and the picture that were approved last. */
  isShown: boolean
}

export interface SavedReward {
  rewardId: string
  revision: number
  isShown: boolean
  wordsState: FaceState
  pictureState: FaceState
}

/** One change by a manager. */
export interface RewardChangeRow {
  changeId: string
  kind: 'made' | 'saved' | 'stock'
  at: number
  byName: string
  /** Of a change of the stock. */
  reason: string | null
  changes: RewardChange[]
}

const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.safeInteger(), v.minValue(least), v.maxValue(most))
/** Delivered (+) or corrected (−). */
const byCount = v.pipe(
  whole(-MAX_REWARD_STOCK, MAX_REWARD_STOCK),
  v.check((count) => count !== 0),
)

const byManagers = { role: 'manager', identity: 'staff' } as const

/** What managers do with rewards. */
export const rewardDesk = {
  /** All of them, also what is off the shelf, in the order of the mall. */
  shelf: endpoint<{ serverNow: number; todayOn: string; rewards: ShelfReward[] }>()({
    ...byManagers,
    mutates: false,
    input: nothing,
  }),
  /** A new reward, or all of one anew; its stock is `changeStock`'s alone. */
  saveReward: endpoint<SavedReward>()({
    ...byManagers,
    mutates: true,
    input: v.object({
      rewardId: v.optional(documentId),
      title: text(REWARD_TITLE_MAX_LENGTH),
      kind: v.picklist(rewardKinds),
      pricePoints: whole(1, MAX_REWARD_POINTS),
      cashFen: v.optional(whole(1, MAX_BILL_FEN)),
      worthFen: v.optional(whole(1, MAX_BILL_FEN)),
      picture: v.optional(pictureFile),
      description: v.optional(linesOfText(REWARD_WORDS_MAX_LENGTH)),
      limitPerMember: whole(1, MAX_REWARD_LIMIT),
      limitPerDay: v.optional(whole(1, MAX_REWARD_LIMIT)),
      tierFrom: v.optional(tierId),
      saleFromOn: v.optional(businessDate),
      saleUntilOn: v.optional(businessDate),
      /** Left out, a new one stands last and an old one where it was. */
      sortOrder: v.optional(whole(1, MAX_REWARD_ORDER)),
      isOnShelf: v.boolean(),
      seenRevision: v.optional(seenNumber),
    }),
  }),
  changeStock: endpoint<RewardStock & { rewardId: string }>()({
    ...byManagers,
    mutates: true,
    input: v.object({ rewardId: documentId, byCount, reason }),
  }),
  /** Who changed what of a reward, and when: a page, the newest first. */
  rewardChanges: endpoint<{
    serverNow: number
    rows: RewardChangeRow[]
    nextCursor: string | null
  }>()({
    ...byManagers,
    mutates: false,
    input: v.object({ rewardId: documentId, cursor: v.optional(cursor) }),
  }),
}
