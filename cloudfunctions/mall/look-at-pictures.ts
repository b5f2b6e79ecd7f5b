import { accept } from '../../shared/refusal'
import { tell } from '../messages/tell-in-transaction'
import { holdInTransaction } from '../moderation/hold-in-transaction'
import type { Chore } from '../runtime/chores'
import type { TextVerdict } from '../runtime/content-check'
import type { JobContext } from '../runtime/context'
import { inTransaction, type Transaction } from '../runtime/database'
import { verdictOn } from '../runtime/pictures'
import {
  askedRewards,
  changeReward,
  faceFields,
  type Looked,
  type Reward,
  readReward,
  type WaitingFace,
} from './reward-document'

const REWARDS_AT_ONCE = 50
const BAD_PICTURE = '图片没有通过内容安全检测，请换一张'

/** Pictures that WeChat has looked at meanwhile are shown, held for a person, or refused. */
export const lookAtPictures: Chore = {
  name: 'look-at-pictures',
  every: 'tick',
  isDue: async () => (await askedRewards(1)).length > 0,
  run: look,
}

async function look(context: JobContext): Promise<Record<string, number>> {
  let looked = 0
  for (const reward of await askedRewards(REWARDS_AT_ONCE)) {
    if (!context.hasTimeLeft()) return { looked, unfinished: 1 }
    const verdict = await verdictOn([reward.waiting?.picture ?? ''], context.now)
    if (verdict === 'asked') continue
    const outcome = await inTransaction((tx) => settle(tx, { seen: reward, verdict }, context))
    if (outcome.ok && outcome.value) looked += 1
  }
  return { looked }
}

/** False when another picture was chosen, or a run before this one has settled it. */
async function settle(
  tx: Transaction,
  { seen, verdict }: { readonly seen: Reward; readonly verdict: TextVerdict },
  { now }: JobContext,
) {
  const rewardId = seen._id
  const waiting = (await readReward(rewardId, tx))?.waiting
  const isIt = waiting?.picture === seen.waiting?.picture && waiting?.look.state === 'asked'
  if (!waiting || !isIt) return accept(false)
  const looked = await lookedOf(tx, { rewardId, waiting, verdict }, now)
  await changeReward(tx, rewardId, faceFields({ ...waiting, look: looked }, now))
  return accept(true)
}

interface Told {
  readonly rewardId: string
  readonly waiting: WaitingFace
  readonly verdict: TextVerdict
}

async function lookedOf(
  tx: Transaction,
  { rewardId, waiting, verdict }: Told,
  at: number,
): Promise<Looked> {
  if (verdict === 'fine') return { state: 'fine', heldId: null }
  const { picture: text, byId, byName } = waiting
  const source = `${rewardId}-${at}-picture`
  if (verdict === 'unsure') {
    const subject = { kind: 'reward', subjectId: rewardId, field: 'picture', text }
    const author = { authorId: byId, authorName: byName }
    await holdInTransaction(tx, { heldId: source, ...subject, ...author, at })
    return { state: 'held', heldId: source }
  }
  const facts = { textTitle: '礼品图片', isPublished: false, reason: BAD_PICTURE }
  await tell(tx, { kind: 'heldTextDecided', facts, memberId: byId, source, at })
  return { state: 'rejected', heldId: null }
}
