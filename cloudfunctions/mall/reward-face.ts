/** Words and picture of a reward: looked at before members see them. */
import { isStoredPicture, type RewardFace } from '../../shared/mall/reward'
import { accept, type Outcome } from '../../shared/refusal'
import { admitShareText } from '../../shared/sharing/share-guard'
import { holdInTransaction } from '../moderation/hold-in-transaction'
import type { TextVerdict } from '../runtime/content-check'
import type { StaffContext } from '../runtime/context'
import type { Transaction } from '../runtime/database'
import { admitNewText } from '../runtime/new-texts'
import { admitPictures, askAboutPictures, verdictOn } from '../runtime/pictures'
import { fine, type Looked, type Reward, type WaitingFace } from './reward-document'

/** What was written, and how each part stands: as it stood before, or as it was judged now. */
export interface NewFace extends RewardFace {
  readonly words: Looked | Judged
  readonly look: Looked | Judged
}

interface Judged {
  readonly verdict: TextVerdict | 'asked'
}

/**
 * Asks about what is new of a face; what was looked at as it stands is not asked about again. It
 * is made before a transaction. Refuses SHARE_RULE, TEXT_RISKY and PICTURE_BAD with the field.
 */
export async function lookAtFace(
  face: RewardFace,
  before: Reward | null,
  context: Pick<StaffContext, 'now'>,
): Promise<Outcome<NewFace>> {
  const words = await lookAtWords(face, before)
  if (!words.ok) return words
  const look = await lookAtPicture(face, before, context)
  if (!look.ok) return look
  return accept({ ...face, words: words.value, look: look.value })
}

/** Holds what a person must look at, in the transaction that writes it down. */
export async function holdFace(
  tx: Transaction,
  { rewardId, face }: { readonly rewardId: string; readonly face: NewFace },
  context: StaffContext,
): Promise<WaitingFace> {
  const { requestKey, now: at, memberId: byId, staff } = context
  const { title, description, picture } = face
  const byName = staff.displayName
  const held = async (field: 'words' | 'picture', part: Looked | Judged): Promise<Looked> => {
    if ('state' in part) return part
    if (part.verdict !== 'unsure') return { state: stateBy[part.verdict], heldId: null }
    const heldId = `${requestKey}-${field}`
    const text = field === 'words' ? wordsOf(face) : picture
    const subject = { kind: 'reward', subjectId: rewardId, field, text }
    await holdInTransaction(tx, { heldId, ...subject, authorId: byId, authorName: byName, at })
    return { state: 'held', heldId }
  }
  const words = await held('words', face.words)
  const look = await held('picture', face.look)
  return { title, description, picture, words, look, byId, byName }
}

const stateBy = { fine: 'fine', asked: 'asked', risky: 'rejected' } as const

/** As they are read, one below the other. */
export function wordsOf({ title, description }: RewardFace): string {
  return `${title}\n${description}`.trim()
}

async function lookAtWords(
  face: RewardFace,
  before: Reward | null,
): Promise<Outcome<Looked | Judged>> {
  const words = wordsOf(face)
  if (before && before.isCleared !== false && wordsOf(before) === words) return accept(fine)
  const waiting = before?.waiting
  if (waiting && wordsOf(waiting) === words && waiting.words.state !== 'rejected') {
    return accept(waiting.words)
  }
  const lawful = admitShareText('title', face.title)
  if (!lawful.ok) return lawful
  const verdict = await admitNewText(face.description === '' ? 'title' : 'description', words)
  return verdict.ok ? accept({ verdict: verdict.value }) : verdict
}

async function lookAtPicture(
  { picture }: RewardFace,
  before: Reward | null,
  context: Pick<StaffContext, 'now'>,
): Promise<Outcome<Looked | Judged>> {
  if (!isStoredPicture(picture)) return accept(fine)
  if (before && before.isCleared !== false && before.picture === picture) return accept(fine)
  const waiting = before?.waiting
  const isHeld = waiting?.picture === picture && waiting.look.state === 'held'
  if (waiting && isHeld) return accept(waiting.look)
  const admitted = await admitPictures([picture], () => 'picture')
  if (!admitted.ok) return admitted
  await askAboutPictures([picture], context)
  return accept({ verdict: await verdictOn([picture], context.now) })
}
