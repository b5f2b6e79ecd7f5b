import type { HeldKind } from '../moderation/decide-in-transaction'
import type { HeldText } from '../moderation/repository'
import type { Transaction } from '../runtime/database'
import { type List, type ListReview, listTextFields } from './list-document'
import { readList } from './repository'
import { putPublished } from './start-in-transaction'

const titles: Readonly<Record<keyof ListReview, (held: HeldText) => string>> = {
  title: ({ text }) => text,
  words: () => '接龙说明',
  items: () => '接龙商品',
  pickupPoints: () => '接龙自提点',
  pictures: () => '接龙图片',
}

/** Texts and pictures of a list: once all are approved it runs; a refused one is a draft again. */
export const heldLists: HeldKind = {
  kind: 'list',
  textTitle: (held) => titles[fieldOf(held) ?? 'words'](held),
  publish: (tx, held, { now }) => decideIn(tx, held, { state: 'approved', now }),
  giveUp: async (tx, held, { now }) => void (await decideIn(tx, held, { state: 'rejected', now })),
}

/** False when the list no longer waits for this text. */
async function decideIn(
  tx: Transaction,
  held: HeldText,
  { state, now }: { readonly state: 'approved' | 'rejected'; readonly now: number },
): Promise<boolean> {
  const list = await readList(held.subjectId, tx)
  const field = fieldOf(held)
  const known = field && list?.review[field]
  if (!list || !known || list.state !== 'waiting' || known.heldId !== held._id) return false
  const review = { ...list.review, [field]: { ...known, state } }
  const decided: List = { ...list, review }
  await putPublished(tx, decided, now)
  return true
}

function fieldOf({ field }: HeldText): keyof ListReview | undefined {
  return [...listTextFields, 'pictures' as const].find((each) => each === field)
}
