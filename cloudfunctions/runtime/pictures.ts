/** Pictures that people put in: admitted when chosen, seen once WeChat has looked at them. */
import { createHash } from 'node:crypto'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import type { TextVerdict } from './content-check'
import type { Context } from './context'
import { changeIf, command, findWhere, insertNew, type Stored } from './database'
import { admitPicture, askAboutPicture, readPictureVerdict } from './picture-check'

interface PictureDocument {
  readonly fileId: string
  /** By it WeChat's verdict is known again; null when it could not be asked. */
  readonly traceId: string | null
  readonly verdict: TextVerdict | 'asked'
  readonly askedAt: number
}

/** WeChat takes up to half an hour; whoever has said nothing by then says nothing. */
const VERDICT_WITHIN_MS = 30 * 60_000
const MOST_TRACES = 10

/** Refuses PICTURE_BAD with the field of the first that is none, or that WeChat has refused. */
export async function admitPictures(
  pictures: readonly string[],
  fieldOf = (place: number) => `pictures.${place}`,
): Promise<Outcome<null>> {
  const known = await readPictures(pictures)
  const admitted = await Promise.all(
    pictures.map((fileId, place) => {
      const field = fieldOf(place)
      const verdict = known.find((each) => each.fileId === fileId)?.verdict
      if (verdict === 'risky') return refuse('PICTURE_BAD', { field })
      return verdict ? accept(null) : admitPicture(field, fileId)
    }),
  )
  return admitted.find((each) => !each.ok) ?? accept(null)
}

/** Asks WeChat about those that it was not asked about, so that it answers while one writes. */
export async function askAboutPictures(
  pictures: readonly string[],
  { now }: Pick<Context, 'now'>,
): Promise<void> {
  const known = await readPictures(pictures)
  const fresh = pictures.filter((fileId) => known.every((each) => each.fileId !== fileId))
  await Promise.all(
    fresh.map(async (fileId) => {
      const traceId = await askAboutPicture(fileId)
      const verdict = traceId === null ? 'unsure' : 'asked'
      // A twin may have asked as well: one of the two answers is enough.
      await insertNew('pictures', {
        _id: keyOf(fileId),
        fileId,
        traceId,
        verdict,
        askedAt: now,
      })
    }),
  )
}

/** What is said of all of them together: the worst, `asked` while an answer is to be waited for. */
export async function verdictOn(
  pictures: readonly string[],
  now: number,
): Promise<TextVerdict | 'asked'> {
  if (pictures.length === 0) return 'fine'
  const known = await readPictures(pictures)
  const verdicts = pictures.map((fileId) => {
    const picture = known.find((each) => each.fileId === fileId)
    if (!picture) return 'unsure'
    const isLate = picture.askedAt + VERDICT_WITHIN_MS <= now
    return picture.verdict === 'asked' && isLate ? 'unsure' : picture.verdict
  })
  const order = ['risky', 'asked', 'unsure'] as const
  return order.find((verdict) => verdicts.includes(verdict)) ?? 'fine'
}

/** WeChat pushes its verdict, once or more. */
export async function takeVerdict(event: unknown): Promise<Outcome<{ known: number }>> {
  const pushed = readPictureVerdict(event)
  if (!pushed) return refuse('INPUT_INVALID')
  const { traceId, verdict } = pushed
  const asked = await findWhere<PictureDocument>('pictures', { traceId }, { limit: MOST_TRACES })
  for (const { _id } of asked) {
    await changeIf('pictures', { _id, traceId, verdict: 'asked' }, { verdict })
  }
  return accept({ known: asked.length })
}

async function readPictures(
  pictures: readonly string[],
): Promise<readonly Stored<PictureDocument>[]> {
  if (pictures.length === 0) return []
  const filter = { _id: command.in(pictures.map(keyOf)) }
  return findWhere<PictureDocument>('pictures', filter, { limit: pictures.length })
}

function keyOf(fileId: string): string {
  return createHash('sha256').update(fileId).digest('hex').slice(0, 32)
}
