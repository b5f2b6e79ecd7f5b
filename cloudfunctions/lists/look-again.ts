import { accept } from '../../shared/refusal'
import { tell } from '../messages/tell-in-transaction'
import { inTransaction } from '../runtime/database'
import { verdictOn } from '../runtime/pictures'
import type { List } from './list-document'
import { readList } from './repository'
import { reviewed } from './review'
import { putPublished } from './start-in-transaction'

const BAD_PICTURE = '图片没有通过内容安全检测，请换一张'

/** A list that waits for WeChat's verdict on its pictures: true once there is one. */
export async function lookAgain({ _id, pictures }: List, now: number): Promise<boolean> {
  const check = await verdictOn(pictures, now)
  if (check === 'asked') return false
  const outcome = await inTransaction<boolean>(async (tx, at) => {
    const list = await readList(_id, tx)
    const known = list?.review.pictures
    const waits = list?.state === 'waiting' && known?.state === 'held' && known.heldId === null
    if (!list || !waits) return accept(false)
    const isBad = check === 'risky'
    const { ownerId: authorId, ownerName: authorName } = list
    // Other pictures after a refusal are held anew: what these are is part of the key.
    const author = { requestKey: `${_id}-${known.of}`, now: at, authorId, authorName }
    const seen = { list, field: 'pictures', text: pictures.join('\n'), check } as const
    const looked = isBad
      ? ({ ...known, state: 'rejected' } as const)
      : await reviewed(tx, seen, author)
    const returnReason = isBad ? BAD_PICTURE : list.returnReason
    const review = { ...list.review, pictures: looked }
    await putPublished(tx, { ...list, review, returnReason }, at)
    if (!isBad) return accept(true)
    const facts = { textTitle: '接龙图片', isPublished: false, reason: BAD_PICTURE }
    const source = `${_id}:${known.of}`
    await tell(tx, { kind: 'heldTextDecided', facts, memberId: authorId, source, at })
    return accept(true)
  })
  return outcome.ok && outcome.value
}
